import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** Read YAML text by a schema; what does not fit goes to `problems`, with its place, and gives undefined. */
export function readYaml<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  problems: Problem[],
  lineOffset = 0,
): z.output<Schema> | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const place = lineCounter.linePos(error.pos[0]);
      problems.push({
        file,
        line: place.line + lineOffset,
        column: place.col,
        found: (error.message.split('\n')[0] ?? 'broken YAML').replace(/ at line \d+, column \d+:$/, ''),
        write: 'valid YAML; text with ": ", quotes or braces goes into quotes',
      });
    }
    return undefined;
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
    const at = issue.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path;
    const node = document.getIn(at, true) ?? document.getIn(path, true) ?? document.contents;
    const range = node && typeof node === 'object' && 'range' in node ? (node.range as [number, number, number] | null) : null;
    const place = range ? lineCounter.linePos(range[0]) : undefined;
    problems.push({
      file,
      line: place && place.line + lineOffset,
      column: place?.col,
      ...describe(issue, path.join('.'), document.getIn(path)),
    });
  }
  return undefined;
}

function describe(issue: z.core.$ZodIssue, path: string, value: unknown): { found: string; write: string } {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    return { found: `unknown field ${keys}${path && ` in ${path}`}`, write: 'a field of src/schemas, or nothing' };
  }
  const wanted = issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.code === 'invalid_type' ? (issue.expected === 'string' ? 'a text, in quotes' : `a value of type ${issue.expected}`) : issue.message;
  if (path === '' && (value === undefined || value === null)) return { found: 'no fields', write: 'the fields that src/schemas explains' };
  if (value === undefined || value === null) return { found: `no ${path}`, write: `${path}: ${wanted}` };
  return { found: `${path || 'the file'} does not fit`, write: wanted };
}
