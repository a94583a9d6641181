import type { Content } from '../../compiler/index.ts';
import { openDiagnosis, type Matcher, type Reading, type Report } from '../../engine/index.ts';
import { differencesTo } from '../../engine/findings/similar-message.ts';
import { maskValues } from '../../engine/findings/unknown-clusters.ts';
import { LEVELS } from '../../model/levels.ts';
import { redact } from '../../redaction/index.ts';
import type { EntryDraft } from './new-entry.ts';
import { patternOfFormat } from './format-strings.ts';
import { templateOf, withoutCause } from './template-of.ts';

/** A text that is unknown in some lines of a log. */
interface Unknown {
  /** The text of the message, or of the cause in it. */
  message: string;
  /** The lines of the log that have it. */
  sample: string;
  /** What is in front of the message; empty if it is not a whole message. */
  header: string;
  /** Whether the line is a problem by its level, or has none. */
  isProblem: boolean;
}

/** The entries that already explain every line that a new entry could be drafted from. */
interface Explained {
  explainedBy: string[];
}

/** Most neighbours, and the largest share of a template's words that may differ. */
const MAX_NEIGHBOURS = 2;
const MAX_SHARE = 0.5;

/**
 * Draft an entry for the most frequent message of a log that no entry explains: a template with
 * holes for its values, a sample without private values, and the entries that look alike. Problems
 * come first, then messages of other levels, then lines without a header.
 *
 * @param line the number of a line whose message is taken instead
 * @returns the draft, or the entries that already explain every line (or the line of that number)
 */
export function draftEntry(
  log: string,
  content: Content,
  matcher: Matcher,
  line?: number,
): EntryDraft | Explained {
  const { redacted } = redact(matcher, log);
  const unknown = findUnknown(redacted, matcher, line);
  if (!unknown) {
    const explained = line === undefined ? redacted : (redacted.split('\n')[line - 1] ?? '');
    return { explainedBy: entriesIn(diagnose(explained, matcher, { everyLevel: true })) };
  }
  const { message, sample, isProblem, header } = unknown;
  const known = content.products
    .flatMap(({ messages }) => messages)
    .find(({ text }) => patternOfFormat(text)?.test(message));
  const level = known && known.level !== '-' && known.level !== 'never' ? known.level : undefined;
  return {
    template: templateOf(message, matcher),
    messages: known ? [known.id] : [],
    level: level ?? levelIn(header, content),
    isProblem,
    source: known?.source,
    sample,
    neighbours: neighboursOf(withoutCause(message, matcher), content),
  };
}

function findUnknown(log: string, matcher: Matcher, line?: number): Unknown | null {
  const lines = log.split(/\r?\n/);
  const [report, whole] = [
    diagnose(log, matcher),
    diagnose(log, matcher, { everyLevel: true }),
  ].map((all): Report => (line === undefined ? all : onlyLine(all, line))) as [Report, Report];
  if (line !== undefined && isExplained(lines[line - 1] ?? '', matcher)) return null;
  return (
    unknownMessage(lines, report, true) ??
    unknownCause(lines, report) ??
    unknownMessage(lines, whole, false) ??
    lineOutsideRecords(lines, whole, line)
  );
}

/** Return the ids of the entries that a report names, each once. */
function entriesIn({ findings }: Report): string[] {
  return [...new Set(findings.flatMap(({ chain }) => chain.map(({ entry }) => entry)))];
}

/** Return whether entries explain the whole message of a line. */
function isExplained(line: string, matcher: Matcher): boolean {
  const { findings, unknown } = diagnose(line, matcher, { everyLevel: true });
  return findings.length > 0 && unknown.length === 0 && findings.every(({ rest }) => rest === null);
}

/** Keep what a report says of one line. */
function onlyLine(report: Report, line: number): Report {
  const has = ({ lines }: { lines: number[] }): boolean => lines.includes(line);
  return {
    ...report,
    unknown: report.unknown.filter(has).map((found) => ({ ...found, line })),
    findings: report.findings.filter(has),
  };
}

function unknownMessage(
  lines: readonly string[],
  { unknown }: Report,
  isProblem: boolean,
): Unknown | null {
  const [found] = [...unknown].sort((a, b) => b.count - a.count);
  if (!found) return null;
  const record = linesFrom(lines, found.line, found.lines);
  // The message of a crash is below its first line.
  const text = record.find((line) => messageIn(line, found.template)) ?? record[0] ?? '';
  const message = messageIn(text, found.template) ?? text.trim();
  return {
    message,
    header: text.slice(0, text.length - message.length),
    sample: `${record.join('\n')}\n`,
    isProblem,
  };
}

function unknownCause(lines: readonly string[], { findings }: Report): Unknown | null {
  const found = findings.find(({ rest }) => rest !== null);
  return found
    ? {
        message: (found.rest ?? '').split('\n')[0] ?? '',
        header: '',
        sample: `${linesFrom(lines, found.lines[0] ?? 1, found.lines).join('\n')}\n`,
        isProblem: true,
      }
    : null;
}

/** Return the first line that is in no record, or else the line with the number `only`. */
function lineOutsideRecords(
  lines: readonly string[],
  { findings, unknown, folded }: Report,
  only?: number,
): Unknown | null {
  // A report that leaves out some lines does not list every line of its records.
  if (folded.records > 0 || folded.unknown > 0) return null;
  const read = new Set([...findings, ...unknown].flatMap((found) => found.lines));
  const line = lines.find(
    (text, index) =>
      text.trim() !== '' && (only === undefined ? !read.has(index + 1) : index + 1 === only),
  );
  return line === undefined
    ? null
    : {
        message: line.trim(),
        header: '',
        sample: `${line}\n`,
        isProblem: true,
      };
}

function diagnose(log: string, matcher: Matcher, reading: Reading = {}): Report {
  const diagnosis = openDiagnosis(matcher, reading);
  diagnosis.push(new TextEncoder().encode(log));
  return diagnosis.close();
}

/** Return the lines of a record: consecutive lines from `first` on. */
function linesFrom(lines: readonly string[], first: number, numbers: readonly number[]): string[] {
  let last = first;
  // A record of the same kind may follow at once; it has a header of its own.
  const head = lines[first - 1]?.slice(0, HEADER_START);
  while (numbers.includes(last + 1) && lines[last]?.slice(0, HEADER_START) !== head) last++;
  return lines.slice(first - 1, last);
}

/** Number of leading characters, such as the year, in which two headers of one log agree. */
const HEADER_START = 4;

/** Return the message in a line that has the words of the template, without its header. */
function messageIn(line: string, template: string): string | null {
  for (let at = 0; at < line.length; at++)
    if (!/\S/.test(line[at - 1] ?? ' ') && maskValues(line.slice(at)) === template)
      return line.slice(at).trim();
  return null;
}

/** Return the level that a header names in the words of a product, or in the usual ones. */
function levelIn(header: string, { products }: Content): string | undefined {
  const words = new Set(header.split(/[^\p{L}\p{N}.*#-]+/u));
  const declared = products.flatMap(({ yaml }) => Object.entries(yaml.levels ?? {}));
  const usual = LEVELS.map((level): [string, string[]] => [level, [level]]);
  return [...declared, ...usual].find(([, spellings]) =>
    spellings.some((spelling) => words.has(spelling)),
  )?.[0];
}

function neighboursOf(message: string, { entries }: Content): { id: string; sample: string }[] {
  return entries
    .flatMap(({ id, yaml, samples: [sample] }) =>
      yaml.templates.flatMap(({ text }) => {
        const { differs, fixed } = differencesTo(text, message);
        const share = differs.length / fixed;
        return sample && fixed > 1 && differs.length > 0 && share <= MAX_SHARE
          ? [{ id, sample: sample.text, share }]
          : [];
      }),
    )
    .sort((a, b) => a.share - b.share)
    .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index)
    .slice(0, MAX_NEIGHBOURS)
    .map(({ id, sample }) => ({ id, sample }));
}
