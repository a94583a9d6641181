import type { Finding, Link, Report } from '../model/report.ts';

/** A text that a person typed, not a program: any long unbroken word in it must be a secret. */
export interface TypedText {
  typed: string;
}

/** A text, a report, or a list of them; equal values get the same stand-in throughout. */
export type Redactable = string | TypedText | Report | readonly Redactable[];

/** Map every text that comes from a log; a report's ids, states and times are left alone. */
export function mapReportTexts(
  subject: Redactable,
  map: (text: string, isTyped?: boolean) => string,
): Redactable {
  if (typeof subject === 'string') return map(subject);
  if ('typed' in subject) return { typed: map(subject.typed, true) };
  if (isList(subject)) return subject.map((item) => mapReportTexts(item, map));
  const link = (of: Link): Link => ({
    ...of,
    text: map(of.text),
    captures: Object.fromEntries(
      Object.entries(of.captures).map(([name, values]) => [
        name,
        values.map((value) => map(value)),
      ]),
    ),
  });
  const finding = (of: Finding): Finding => ({
    ...of,
    chain: of.chain.map(link),
    text: map(of.text),
    rest: of.rest === null ? null : map(of.rest),
  });
  return {
    ...subject,
    findings: subject.findings.map(finding),
    unknown: subject.unknown.map((line) => ({ ...line, template: map(line.template) })),
    hosts: subject.hosts.map((host) => map(host)),
    others: subject.others.map((name) => map(name)),
    retired: subject.retired && { ...subject.retired, host: map(subject.retired.host) },
  };
}

function isList(subject: Redactable): subject is readonly Redactable[] {
  return Array.isArray(subject);
}
