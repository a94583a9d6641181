import type { Finding, Link, Report } from './report.ts';

/** A text that a person typed and no program printed: what is long and in one piece there can only be a secret. */
export interface Typed {
  typed: string;
}

/** A text, a report, or several of them, whose equal values get the same stand-in. */
export type Redactable = string | Typed | Report | readonly Redactable[];

/** Map the texts that come from a log; ids, states and times of a report are not of it. */
export function eachText(
  subject: Redactable,
  map: (text: string, isTyped?: boolean) => string,
): Redactable {
  if (typeof subject === 'string') return map(subject);
  if ('typed' in subject) return { typed: map(subject.typed, true) };
  if (isList(subject)) return subject.map((item) => eachText(item, map));
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
    rest: of.rest === null ? null : map(of.rest),
  });
  return {
    ...subject,
    findings: subject.findings.map(finding),
    unknown: subject.unknown.map((line) => ({ ...line, template: map(line.template) })),
    hosts: subject.hosts.map((host) => map(host)),
    retired: subject.retired && { ...subject.retired, host: map(subject.retired.host) },
  };
}

function isList(subject: Redactable): subject is readonly Redactable[] {
  return Array.isArray(subject);
}
