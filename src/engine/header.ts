/**
 * The head of a line: what other programs put before it (envelopes), and what the product writes before its message.
 *
 * Envelopes are peeled one after another, at most MAX_PEEL, as long as a product's own head, or a message that may stand alone, is
 * not yet in sight; both kinds are templates of product.yaml. Where a head stands somewhere inside a line (an unknown prefix, a sentence
 * around it, several records pasted into one line), it is found by its `LEVEL <tag>`.
 */
import { cleanLine } from './clean.ts';
import type { CompiledProduct } from './matcher.ts';
import { unquote } from './quote.ts';
import type { Level } from './report.ts';
import { skipSpace } from './space.ts';
import { fitTemplate, type Span } from './template.ts';

export interface Header {
  level: Level | null;
  tag: string | null;
  /** `YYYY-MM-DDTHH:MM:SS` as written, without a zone. */
  time: string | null;
  /** The message, or the whole line where it has no head. */
  text: string;
}

const MAX_PEEL = 4;
const MAX_STATES = 16;

/** Read the product's own head at the beginning of a text: in each way that fits, where it has no `<tag>`. */
export function readHeads(product: CompiledProduct, text: string, from: number): Header[] {
  const heads: Header[] = [];
  const first = text.charCodeAt(from);
  const isLikely = (first >= 48 && first <= 57) || first === 91 || (first >= 65 && first <= 90);
  if (!isLikely) return heads;
  for (const parts of product.headerParts) {
    const fit = fitTemplate(parts, text, from, text.length, true);
    if (!fit) continue;
    heads.push(headOf(fit.spans, text, fit.end));
    // A tag in angle brackets leaves no doubt; without it a tag and a word of the message look the same.
    if (text[fit.end - 2] === '>') break;
  }
  return heads;
}

function headOf(spans: Span[], text: string, end: number): Header {
  const value = values(spans, text);
  return {
    level: (value['level'] as Level | undefined) ?? null,
    tag: value['tag'] ?? null,
    time: value['date'] !== undefined && value['clock'] !== undefined ? timeOf(value['date'], value['clock']) : null,
    text: text.slice(end),
  };
}

/** A line with some of its envelopes taken off, and what they say of it. */
export interface Undressed {
  text: string;
  program: string | null;
  time: string | null;
  /** Envelopes taken off. */
  depth: number;
}

/** Take envelopes off a line in each way that fits, outermost first; the line itself comes first. */
export function undress(product: CompiledProduct, line: string): Undressed[] {
  const states: Undressed[] = [{ text: line, program: null, time: null, depth: 0 }];
  for (let at = 0; at < states.length && states.length < MAX_STATES; at++) {
    const state = states[at];
    if (state && state.depth < MAX_PEEL) states.push(...peel(product, state));
  }
  return states;
}

function peel(product: CompiledProduct, { text, program, time, depth }: Undressed): Undressed[] {
  const start = skipSpace(text);
  const inside = (inner: string): Undressed => ({ text: inner, program, time, depth: depth + 1 });
  if (text[start] === '{') {
    const inner = readJson(product, text.slice(start));
    if (inner !== null) return [inside(cleanLine(inner))];
  }
  if (text[start] === '"' && text.includes('","')) return [inside(cleanLine(longestField(text.slice(start))))];
  return product.envelopeParts.flatMap(({ parts, csv }) => {
    const fit = fitTemplate(parts, text, start, text.length, true);
    if (!fit || fit.end >= text.length) return [];
    const value = values(fit.spans, text);
    const inner = text.slice(fit.end);
    const written = value['stamp'] !== undefined ? value['stamp'].slice(0, 19) : value['date'] !== undefined && value['clock'] !== undefined ? timeOf(value['date'], value['clock']) : null;
    return [{ text: csv ? readCsv(inner) : inner, program: value['program'] ?? program, time: written ?? time, depth: depth + 1 }];
  });
}

/** Find the places inside a line where a head of the product begins: `LEVEL <tag> ` with the date before it, if there is one. */
export function findHeads(product: CompiledProduct, text: string): { from: number; header: Header }[] {
  const found: { from: number; header: Header }[] = [];
  const seek = /(?:TRACE|DEBUG|INFO|WARNING|ERROR|CRITICAL) <[a-z]/g;
  for (let match = seek.exec(text); match; match = seek.exec(text)) {
    for (let from = Math.max(found.at(-1)?.from ?? -1, match.index - 60) + 1; from <= match.index; from++) {
      const header = from === match.index || isBoundary(text, from) ? readHeads(product, text, from).find((head) => head.tag !== null && reaches(head, text, match)) : undefined;
      if (header) {
        found.push({ from, header });
        break;
      }
    }
  }
  return found;
}

/** The head that was read from further left is the one that stands at the match, not an earlier one. */
function reaches(head: Header, text: string, match: RegExpExecArray): boolean {
  const end = text.length - head.text.length;
  return end > match.index && end <= text.indexOf('>', match.index) + 2;
}

function isBoundary(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const before = at === 0 ? 32 : text.charCodeAt(at - 1);
  return ((code >= 48 && code <= 57) || code === 91) && !(before >= 48 && before <= 57);
}

function values(spans: Span[], text: string): Record<string, string> {
  return Object.fromEntries(spans.map(({ name, from, to }) => [name, text.slice(from, to)]));
}

function timeOf(date: string, clock: string): string {
  return `${date.replaceAll('/', '-')}T${clock.slice(0, 8)}`;
}

function readJson(product: CompiledProduct, text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const record = value as Record<string, unknown>;
    for (const field of product.jsonFields) {
      const inner = record[field];
      if (typeof inner === 'string') return inner.replace(/\n$/, '');
    }
  } catch {
    // Not JSON, or a line that was cut: the field is read as far as it goes.
    for (const field of product.jsonFields) {
      const [, inner] = new RegExp(`"${field}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)`).exec(text) ?? [];
      if (inner !== undefined) return unquote(inner).replace(/\n$/, '');
    }
  }
  return null;
}

/** The message of a CSV row is its longest field. */
function longestField(row: string): string {
  const fields = [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field = '']) => field.replaceAll('""', '"'));
  return fields.reduce((longest, field) => (field.length > longest.length ? field : longest), '');
}

function readCsv(text: string): string {
  return text.startsWith('"') ? text.slice(1).replace(/"\s*$/, '').replaceAll('""', '"') : text;
}
