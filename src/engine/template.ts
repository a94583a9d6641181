import { HOLE_TYPES } from './holes.ts';

export interface Hole {
  name: string;
  type: string;
  /** It ends at the first double quote that is not escaped, whatever its type. */
  inQuotes?: true;
}

/** A template taken apart: literals and holes in order. */
export type TemplatePart = string | Hole;

/** What is wrong with a template's text, with the column (from 1) of the mistake. */
export class TemplateError extends Error {
  readonly column: number;
  constructor(message: string, column: number) {
    super(message);
    this.name = 'TemplateError';
    this.column = column;
  }
}

/**
 * Take a template's text apart: `{name:type}` is a hole, `{type}` one whose name is its type, `{{` a brace.
 *
 * @throws TemplateError with the column of the mistake
 */
export function parseTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  const names = new Set<string>();
  let literal = '';
  for (let at = 0; at < text.length; ) {
    if (text.startsWith('{{', at)) {
      literal += '{';
      at += 2;
    } else if (text[at] === '{') {
      const end = text.indexOf('}', at);
      if (end < 0) throw new TemplateError('a hole that is not closed with }', at + 1);
      const [name = '', type = name, ...more] = text.slice(at + 1, end).split(':');
      if (!/^[a-z][a-z0-9-]*$/.test(name) || more.length > 0) throw new TemplateError(`a hole named "${text.slice(at + 1, end)}"`, at + 1);
      if (!HOLE_TYPES[type]) throw new TemplateError(`a hole of type "${type}"`, at + 1);
      if (names.has(name)) throw new TemplateError(`a second hole named "${name}"`, at + 1);
      if (literal === '' && parts.length > 0 && !isBounded(parts.at(-1))) throw new TemplateError('two holes without a literal between them', at + 1);
      names.add(name);
      if (literal !== '') parts.push(literal);
      literal = '';
      parts.push({ name, type });
      at = end + 1;
    } else {
      literal += text[at++];
    }
  }
  if (literal !== '') parts.push(literal);
  if (parts.length === 0) throw new TemplateError('no text', 1);
  return parts;
}

function isBounded(part: TemplatePart | undefined): boolean {
  return typeof part === 'object' && HOLE_TYPES[part.type]?.bounded === true;
}

/** Where the value of a hole stands in the text. */
export interface Span {
  name: string;
  type: string;
  from: number;
  to: number;
}

/** Whether no word goes on over a place. */
function isBreak(text: string, at: number): boolean {
  return !/\w/.test(text[at - 1] ?? '') || !/\w/.test(text[at] ?? '');
}

/** How a template fits: where its holes and its end stand, and how many of its literal characters are there. */
export interface Fit {
  spans: Span[];
  end: number;
  literal: number;
}

/** How many places are tried for the end of one hole, and for all holes of a template: the time stays linear in the text. */
const TRIES_A_HOLE = 8;
const TRIES_IN_ALL = 64;
/** Literal characters that must stand there of a template that is cut off. */
const ENOUGH = 16;

/**
 * Fit a template to `text` from `from`; it must reach `to`, unless `loose`, where text may follow.
 *
 * An unbounded hole ends at the first place where the literal after it stands and the rest fits, so of several places only a
 * handful are tried.
 *
 * With `cut` the text may break off inside the template, once enough of its literals stand there.
 *
 * @returns null where it does not fit
 */
export function fitTemplate(parts: readonly TemplatePart[], text: string, from: number, to: number, loose = false, cut = false): Fit | null {
  const spans: Span[] = [];
  let tries = 0;
  let literal = 0;
  const fit = (index: number, at: number): number => {
    const part = parts[index];
    if (part === undefined) return at === to || (loose && isBreak(text, at)) ? at : -1;
    if (typeof part === 'string') {
      if (at + part.length <= to && text.startsWith(part, at)) {
        const before = literal;
        literal += part.length;
        const end = fit(index + 1, at + part.length);
        if (end < 0) literal = before;
        return end;
      }
      if (!cut || literal + to - at < ENOUGH || !part.startsWith(text.slice(at, to))) return -1;
      literal += to - at;
      return to;
    }
    const hole = HOLE_TYPES[part.inQuotes ? 'quoted' : part.type];
    const limit = hole ? hole.scan(text, at, to) : -1;
    if (!hole || limit < at || (limit === at && !hole.empty)) return -1;
    const span = { ...part, from: at, to: limit };
    const depth = spans.push(span);
    const next = parts[index + 1];
    if (hole.bounded || next === undefined) {
      const end = fit(index + 1, limit);
      if (end >= 0) return end;
    } else if (typeof next === 'string') {
      let found = text.indexOf(next, hole.empty ? at : at + 1);
      for (let n = 0; n < TRIES_A_HOLE && tries < TRIES_IN_ALL && found >= 0 && found <= limit; n++, tries++) {
        span.to = found;
        const end = fit(index + 1, found);
        if (end >= 0) return end;
        spans.length = depth;
        found = text.indexOf(next, found + 1);
      }
      for (let length = Math.min(next.length - 1, to - at); cut && length >= 0; length--) {
        if (to - length > limit || literal + length < ENOUGH || text.slice(to - length, to) !== next.slice(0, length)) continue;
        span.to = to - length;
        literal += length;
        return to;
      }
    }
    spans.length = depth - 1;
    return -1;
  };
  const end = fit(0, from);
  return end < 0 ? null : { spans, end, literal };
}
