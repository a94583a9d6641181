/**
 * The head of a line: what other programs put before it (envelopes), and what the product writes before its message.
 *
 * Envelopes are peeled one after another, at most MAX_PEEL, as long as a product's own head, or a message that may stand alone, is
 * not yet in sight; both kinds are templates of product.yaml. Where a head stands somewhere inside a line (an unknown prefix, a sentence
 * around it, several records pasted into one line), it is found by its `LEVEL <tag>`.
 */
import type { CompiledProduct } from './matcher.ts';
import type { Level } from './report.ts';
import { fitTemplate, type Span } from './template.ts';

export interface Header {
  level: Level | null;
  tag: string | null;
  /** `YYYY-MM-DDTHH:MM:SS` as written, without a zone. */
  time: string | null;
  /** The message, or the whole line where it has no head. */
  text: string;
  /** The line began with a head of the product (perhaps after envelopes). */
  own: boolean;
}

export interface Envelope {
  program: string | null;
  time: string | null;
}

const MAX_PEEL = 4;

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
    own: true,
  };
}

/** Peel one envelope off a line: what is inside and what it says of it, for each envelope that fits. */
export function peel(product: CompiledProduct, text: string): { text: string; envelope: Envelope } | null {
  const start = skipSpace(text);
  if (text[start] === '{') {
    const inner = readJson(product, text.slice(start));
    if (inner !== null) return { text: inner, envelope: { program: null, time: null } };
  }
  for (const { parts, csv } of product.envelopeParts) {
    const fit = fitTemplate(parts, text, start, text.length, true);
    if (!fit || fit.end >= text.length) continue;
    const value = values(fit.spans, text);
    const time = value['stamp'] !== undefined ? value['stamp'].slice(0, 19) : value['date'] !== undefined && value['clock'] !== undefined ? timeOf(value['date'], value['clock']) : null;
    const inner = text.slice(fit.end);
    return { text: csv ? readCsv(inner) : inner, envelope: { program: value['program'] ?? null, time } };
  }
  return null;
}

/** Peel all envelopes: the line in each state of undress, outermost first. */
export function undress(product: CompiledProduct, line: string): { text: string; envelope: Envelope | null }[] {
  const states: { text: string; envelope: Envelope | null }[] = [{ text: line, envelope: null }];
  for (let depth = 0; depth < MAX_PEEL; depth++) {
    const last = states[states.length - 1];
    const peeled = last && peel(product, last.text);
    if (!last || !peeled) break;
    states.push({
      text: peeled.text,
      envelope: { program: peeled.envelope.program ?? last.envelope?.program ?? null, time: peeled.envelope.time ?? last.envelope?.time ?? null },
    });
  }
  return states;
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
    // Not JSON, or a line that was cut: it is read as it stands.
  }
  return null;
}

function readCsv(text: string): string {
  return text.startsWith('"') ? text.slice(1).replace(/"\s*$/, '').replaceAll('""', '"') : text;
}

function skipSpace(text: string): number {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}
