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
    if (name === '') throw new TemplateError(`a hole named "${inside}"`, at + 1);
    if (!HOLE_TYPES[type]) throw new TemplateError(`a hole of type "${type}"`, at + 1);
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

/** The literal that a template begins with, empty if it begins with a hole. White space at the end of a template does not count. */
export function beginningOf(text: string): string {
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
