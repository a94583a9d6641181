import { HOLE_TYPES } from './hole-types.ts';

export interface Hole {
  name: string;
  type: string;
  /** Whether it ends at the first unescaped double quote, whatever its type. */
  inQuotes?: true;
}

/** A part of a parsed template: a literal or a hole. */
export type TemplatePart = string | Hole;

/** A mistake in a template's text, with its column (from 1). */
export class TemplateError extends Error {
  readonly column: number;
  constructor(message: string, column: number) {
    super(message);
    this.name = 'TemplateError';
    this.column = column;
  }
}

/**
 * Parse a template: `{name:type}` is a hole, `{type}` one named like its type, and `{{` a literal
 * brace.
 *
 * @throws TemplateError with the column of the mistake
 */
export function parseTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  const names = new Set<string>();
  let literal = '';
  for (let at = 0; at < text.length;) {
    const brace = text.indexOf('{', at);
    literal += text.slice(at, brace < 0 ? text.length : brace);
    if (brace < 0) break;
    at = brace;
    if (text[at + 1] === '{') {
      literal += '{';
      at += 2;
      continue;
    }
    const end = text.indexOf('}', at);
    if (end < 0) throw new TemplateError('a hole that is not closed with }', at + 1);
    const inside = text.slice(at + 1, end);
    const [, name = '', type = name] = HOLE.exec(inside) ?? [];
    if (name === '') throw new TemplateError(`an invalid hole name "${inside}"`, at + 1);
    if (!HOLE_TYPES[type]) throw new TemplateError(`a hole of unknown type "${type}"`, at + 1);
    if (names.has(name)) throw new TemplateError(`a second hole named "${name}"`, at + 1);
    if (literal === '' && parts.length > 0 && !isBounded(parts.at(-1)))
      throw new TemplateError('two holes without a literal between them', at + 1);
    names.add(name);
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push({ name, type });
    at = end + 1;
  }
  if (literal !== '') parts.push(literal);
  if (parts.length === 0) throw new TemplateError('no text', 1);
  return parts;
}

/**
 * Return the literal that a template begins with, or an empty string if it begins with a hole.
 * Trailing white space of a template does not count.
 */
export function firstLiteralOf(text: string): string {
  const brace = text.indexOf('{');
  if (brace < 0) return text.trimEnd();
  if (text[brace + 1] !== '{') return text.slice(0, brace);
  const [first, second] = parseTemplate(text);
  if (typeof first !== 'string') return '';
  return second === undefined ? first.trimEnd() : first;
}

const HOLE = /^([a-z][a-z0-9-]*)(?::([^:]*))?$/;

function isBounded(part: TemplatePart | undefined): boolean {
  return typeof part === 'object' && HOLE_TYPES[part.type]?.bounded === true;
}
