/** Explains why a sample is not diagnosed as its entry, and what to write instead. */
import { lookUp, parseTemplate, type Matcher, type Report } from '../../engine/index.ts';
import { differencesTo } from '../../engine/findings/similar-message.ts';
import { compileParts, Fitter } from '../../engine/templates/fit.ts';
import type { Content, Entry } from '../content.ts';
import type { Problem } from '../problem.ts';

type Hint = Pick<Problem, 'found' | 'write'>;
type Template = Entry['yaml']['templates'][number];

/** Where a template fits a line; `isExact` unless upper and lower case differ. */
interface Fitting {
  template: Template;
  line: string;
  from: number;
  to: number;
  isExact: boolean;
}

/** Describe the template of an entry that almost matches a sample; null if none is similar. */
export function explainMiss(
  content: Content,
  matcher: Matcher,
  { yaml, catalog }: Entry,
  text: string,
  report: Report,
): Hint | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const fitting = yaml.templates
    .flatMap((template) => lines.flatMap((line) => fittingOf(template, line) ?? []))
    .sort((a, b) => Number(b.isExact) - Number(a.isExact) || a.from - b.from || b.to - a.to)[0];
  if (!fitting) return nearestOf(yaml.templates, messagesOf(report, lines));
  const { template, line, from, to, isExact } = fitting;
  const shown = `the template "${template.text}"`;
  if (!isExact) return { found: `${shown}, which differs in upper and lower case`, write: line };
  const header = headerOf(line, report);
  if (header !== null && from < header.length)
    return {
      found: `${shown} with the header of the line, "${header.slice(from)}"`,
      write: `only the message, which follows the header: "${withoutHeader(template.text, line.slice(header.length))}"`,
    };
  const rest = line.slice(to).trimEnd();
  if (rest !== '')
    return {
      found: `${shown} ends before the message does: "${rest}" follows`,
      write: `"${template.text}${rest}", with a hole such as {cause} for what varies`,
    };
  if (yaml.nested && report.findings.length === 0)
    return {
      found: `${shown} of a nested entry, but no line can begin with one`,
      write: 'no `nested`, or a sample in which another message contains it',
    };
  const condition = [template.level, template.tag && `<${template.tag}>`].filter(Boolean).join(' ');
  if (condition !== '')
    return { found: `${shown} only at ${condition}`, write: `a sample at ${condition}` };
  const plain = fixForPlainLines(content, matcher, text, report, catalog);
  return plain === null
    ? null
    : { found: `${shown} on a line without a header that the product prints`, write: plain };
}

/**
 * Return what to write if lines without a header are not recognized because no product lists the
 * catalog of their message under `plain`. Return null if that is not the reason.
 */
export function fixForPlainLines(
  { products }: Content,
  matcher: Matcher,
  text: string,
  report: Report,
  catalog?: string,
): string | null {
  if (report.product !== null) return null;
  const known = new Set(
    products.flatMap(({ yaml }) => (yaml.plain.length > 0 ? yaml.plain : yaml.catalogs)),
  );
  const named =
    catalog === undefined
      ? text
          .split('\n')
          .flatMap((line) => lookUp(matcher, line)?.links ?? [])
          .map(({ entry }) => entry.slice(0, entry.indexOf('/')))
      : [catalog];
  const missing = named.find((name) => !known.has(name));
  return missing === undefined
    ? null
    : `${missing} under plain in product.yaml: a line without a header is recognized only as a ` +
        'message of the catalogs listed there';
}

function fittingOf(template: Template, line: string): Fitting | null {
  const parts = parseTemplate(template.text);
  for (const isExact of [true, false]) {
    const fold = (text: string): string => (isExact ? text : lowerAscii(text));
    const program = compileParts(
      parts.map((part) => (typeof part === 'string' ? fold(part) : part)),
    );
    const bytes = new TextEncoder().encode(fold(line));
    const first = parts[0];
    const start = typeof first === 'string' ? new TextEncoder().encode(fold(first)) : null;
    for (let from = 0; from < bytes.length; from++) {
      if (start && !start.every((byte, index) => bytes[from + index] === byte)) continue;
      const fit = new Fitter().fit(program, { bytes, from, to: bytes.length }, true);
      if (fit) {
        const charactersTo = (at: number): number =>
          new TextDecoder().decode(bytes.subarray(0, at)).length;
        return { template, line, from: charactersTo(from), to: charactersTo(fit.end), isExact };
      }
      if (!start) break;
    }
  }
  return null;
}

/** Convert only ASCII letters to lower case, so that the length stays the same. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Return the header that the engine took from a line; null if it found none. */
function headerOf(line: string, report: Report): string | null {
  for (const message of messagesOf(report, [])) {
    const [first = ''] = message.split(' ');
    const at = line.indexOf(first.includes('<*>') ? first.slice(0, first.indexOf('<*>')) : first);
    if (first !== '' && at > 0) return line.slice(0, at);
  }
  return null;
}

/**
 * Return the part of a template that begins with the first word of the message, or else the
 * message.
 */
function withoutHeader(template: string, message: string): string {
  const [first = ''] = message.split(' ');
  const at = template.indexOf(first);
  return at > 0 ? template.slice(at) : message.trimEnd();
}

/** Return the messages of a report without their headers, or else the lines. */
function messagesOf({ unknown, findings }: Report, lines: readonly string[]): string[] {
  const messages = [
    ...unknown.map(({ template }) => template),
    ...findings.map(({ chain, rest }) => chain.map(({ text }) => text).join('') + (rest ?? '')),
  ];
  return messages.length > 0 ? messages : [...lines];
}

/** A hint names a template only if at most this share of its words differs. */
const MAX_SHARE = 0.5;
const MAX_SHOWN = 3;

function nearestOf(templates: readonly Template[], messages: readonly string[]): Hint | null {
  const [nearest] = templates
    .flatMap(({ text }) => messages.map((message) => ({ text, ...differencesTo(text, message) })))
    .sort((a, b) => a.differs.length - b.differs.length);
  if (!nearest || nearest.differs.length > MAX_SHARE * nearest.fixed) return null;
  const { text, differs } = nearest;
  const literal = differs.length === 0 ? missingLiteral(text, messages) : null;
  const words = differs
    .slice(0, MAX_SHOWN)
    .map(({ known, found }) =>
      known === ''
        ? `"${found}" is not in the template`
        : found === ''
          ? `"${known}" is not in the sample`
          : `"${known}" is "${found}" in the sample`,
    );
  return {
    found: `the nearest template is "${text}": ${
      literal === null ? words.join(', ') : describeMissing(literal, messages)
    }`,
    write: 'the template as the program prints the message, with holes for what varies',
  };
}

function describeMissing(literal: string, messages: readonly string[]): string {
  const letters = lowerAscii(literal);
  const isOtherCase = messages.some((message) => lowerAscii(message).includes(letters));
  return `"${literal}" ${isOtherCase ? 'has another case' : 'is not'} in the sample`;
}

/** Return the first literal of a template that no message contains in the right place, or null. */
function missingLiteral(template: string, messages: readonly string[]): string | null {
  const literals = parseTemplate(template).filter((part) => typeof part === 'string');
  const missing = messages.map((message) => {
    let at = 0;
    return literals.findIndex((literal) => {
      const found = message.indexOf(literal, at);
      at = found + literal.length;
      return found < 0;
    });
  });
  return literals[Math.max(...missing)] ?? null;
}
