import type { Content } from '../../compiler/index.ts';
import { openDiagnosis, type Matcher, type Report } from '../../engine/index.ts';
import { differencesTo } from '../../engine/findings/similar-message.ts';
import { maskValues } from '../../engine/findings/unknown-clusters.ts';
import { LEVELS } from '../../model/levels.ts';
import { redact } from '../../redaction/index.ts';
import type { EntryDraft } from './new-entry.ts';
import { patternOfFormat } from './format-strings.ts';
import { templateOf, withoutCause } from './template-of.ts';

/** What is unknown in some lines of a log. */
interface Unknown {
  /** The text of the message, or of the cause in it. */
  message: string;
  /** The lines of the log that have it. */
  sample: string;
  varying: Set<number>;
  level?: string | undefined;
}

/** Most neighbours, and the largest share of a template's words that may differ. */
const MAX_NEIGHBOURS = 2;
const MAX_SHARE = 0.5;

/**
 * Draft an entry for the most frequent message of a log that no entry explains: a template with
 * holes for its values, a sample without private values, and the entries that look alike.
 *
 * @returns null if every line is explained
 */
export function draftEntry(log: string, content: Content, matcher: Matcher): EntryDraft | null {
  const { redacted } = redact(matcher, log);
  const unknown = findUnknown(redacted, matcher);
  if (!unknown) return null;
  const { message, sample, varying } = unknown;
  const known = content.products
    .flatMap(({ messages }) => messages)
    .find(({ text }) => patternOfFormat(text)?.test(message));
  const level = known && known.level !== '-' && known.level !== 'never' ? known.level : undefined;
  return {
    template: templateOf(message, matcher, varying),
    messages: known ? [known.id] : [],
    level: level ?? unknown.level,
    source: known?.source,
    sample,
    neighbours: neighboursOf(withoutCause(message, matcher), content),
  };
}

function findUnknown(log: string, matcher: Matcher): Unknown | null {
  const lines = log.split(/\r?\n/);
  const report = diagnose(log, matcher);
  const [line] = [...report.unknown].sort((a, b) => b.count - a.count);
  if (line) {
    const text = lines[line.line - 1] ?? '';
    const message = messageIn(text, line.template);
    return {
      message,
      sample: `${linesFrom(lines, line.line, line.lines).join('\n')}\n`,
      varying: varyingWords(message, line.template),
      level: levelIn(text.slice(0, text.length - message.length)),
    };
  }
  const cause = report.findings.find(({ rest }) => rest !== null);
  if (cause)
    return {
      message: (cause.rest ?? '').split('\n')[0] ?? '',
      sample: `${linesFrom(lines, cause.lines[0] ?? 1, cause.lines).join('\n')}\n`,
      varying: new Set(),
    };
  const first = lines.find((text) => text.trim() !== '');
  return first === undefined || report.product !== null
    ? null
    : { message: first.trim(), sample: `${first}\n`, varying: new Set() };
}

function diagnose(log: string, matcher: Matcher): Report {
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(new TextEncoder().encode(log));
  return diagnosis.close();
}

/** Return the lines of a record: those from `first` on that follow each other. */
function linesFrom(lines: readonly string[], first: number, numbers: readonly number[]): string[] {
  let last = first;
  // A record of the same kind may follow at once; it has a header of its own.
  const head = lines[first - 1]?.slice(0, HEADER_START);
  while (numbers.includes(last + 1) && lines[last]?.slice(0, HEADER_START) !== head) last++;
  return lines.slice(first - 1, last);
}

/** Characters in which the headers of two lines of one log agree, such as the year. */
const HEADER_START = 4;

/** Return the message in a line whose words are those of the template, without its header. */
function messageIn(line: string, template: string): string {
  const wanted = template.split(' ');
  for (let at = 0; at < line.length; at++) {
    if (at > 0 && /\S/.test(line[at - 1] ?? '')) continue;
    const words = maskValues(line.slice(at)).split(' ');
    if (
      words.length === wanted.length &&
      wanted.every((word, index) => word === words[index] || word === '<*>')
    )
      return line.slice(at).trim();
  }
  return line.trim();
}

/** Return the level that a header names. */
function levelIn(header: string): string | undefined {
  return LEVELS.find((level) => new RegExp(`\\b${level}\\b`).test(header));
}

/** Return the words of a message that vary between the lines of its kind, by index. */
function varyingWords(message: string, template: string): Set<number> {
  const [own, shared] = [maskValues(message).split(' '), template.split(' ')];
  if (own.length !== message.split(/\s+/).length) return new Set();
  return new Set(shared.flatMap((word, index) => (word !== own[index] ? [index] : [])));
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
