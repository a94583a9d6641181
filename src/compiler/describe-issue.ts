import { isMap, isSeq } from 'yaml';
import type { z } from 'zod';
import { closestWord } from '../intake/closest-word.ts';
import { inPackage } from './package-folder.ts';
import type { Problem } from './problem.ts';
import { fieldsAt, requiredFields } from './walk-schema.ts';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

type Path = (string | number)[];

/** Describe a schema violation in a YAML file: the value found, and what to write instead. */
export function describeIssue(
  issue: Issue,
  schema: Schema,
  value: unknown,
  path: Path,
): Pick<Problem, 'found' | 'write'> {
  const place = path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys.map((key) => `"${key}"`).join(', ');
    const meant = suggestField(issue, schema, path);
    const hint = meant === null ? '' : `; did you mean ${meant}?`;
    return {
      found: `unknown field ${unknown}${place && ` in ${place}`}`,
      write: `one of ${fieldsAt(schema, path).join(', ')}, or nothing${hint}`,
    };
  }
  const isMissing = value === undefined || value === null;
  if (place === '')
    return {
      found: isMissing ? 'no fields' : kindOf(value),
      write:
        wanted(issue) === SHAPES['object']
          ? `${requiredFields(schema)
              .map((name) => `${name}: …`)
              .join(', ')}; ${inPackage('src/model/schemas')} describes the fields`
          : wanted(issue),
    };
  if (issue.code === 'invalid_key')
    return {
      found: `the field "${path.at(-1)}" in ${path.slice(0, -1).join('.')}`,
      write: issue.issues.map(wanted).join(' or '),
    };
  if (isMissing) return { found: `no ${place}`, write: `${place}: ${wanted(issue)}` };
  // The text of the GAP says what to write there, which is more than the schema says.
  const gap = /^GAP (.+)/.exec(String(value))?.[1];
  if (gap !== undefined) return { found: `a GAP in ${place} that is not filled in`, write: gap };
  return {
    found: issue.code === 'custom' ? `${place} is invalid` : `${place} is ${kindOf(value)}`,
    write:
      wanted(issue) === SHAPES['array'] && typeof value === 'string' && /^[\w-]+$/.test(value)
        ? `a list, such as [${value}]`
        : wanted(issue),
  };
}

/** Return the field that the first unknown one is probably a typo of, or null. */
export function suggestField(issue: Issue, schema: Schema, path: Path): string | null {
  if (issue.code !== 'unrecognized_keys') return null;
  const [key = ''] = issue.keys;
  // The first of equally near fields wins: put those that begin with the key first.
  const lacksEnd = (field: string): number => Number(field.startsWith(key));
  return closestWord(
    key,
    fieldsAt(schema, path).toSorted((a, b) => lacksEnd(b) - lacksEnd(a)),
  );
}

/** The types of the schemas in words for authors of YAML. */
const SHAPES: Record<string, string> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, such as [one, two]',
  tuple: 'a list, such as [one, two]',
  object: 'fields, such as { name: value }',
  record: 'fields, such as { name: value }',
};

function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1
        ? String(issue.values[0])
        : `one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? (SHAPES[issue.expected] ?? issue.message)
        : issue.message;
    case 'too_small':
      return issue.origin === 'number'
        ? `a number ${issue.inclusive === false ? 'greater than ' : 'of at least '}${issue.minimum}`
        : `at least ${lengthOf(Number(issue.minimum), issue.origin)}`;
    case 'too_big':
      return issue.origin === 'number'
        ? `a number of at most ${issue.maximum}`
        : `at most ${lengthOf(Number(issue.maximum), issue.origin)}`;
    case 'invalid_union':
      return (
        [...new Set(issue.errors.flatMap(([first]) => (first ? [wanted(first)] : [])))].join(
          ', or ',
        ) ||
        ('options' in issue && Array.isArray(issue.options)
          ? `one of ${issue.options.join(', ')}`
          : issue.message)
      );
    case 'invalid_format':
      return issue.format === 'url'
        ? 'a URL, such as https://www.example.com/docs/'
        : issue.message;
    default:
      return issue.message;
  }
}

function lengthOf(count: number, origin: string): string {
  const unit = origin === 'array' ? 'item' : 'character';
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function kindOf(value: unknown): string {
  if (typeof value === 'string')
    return value.length > 60
      ? `"${value.slice(0, 60)}…" of ${value.length} characters`
      : `"${value}"`;
  if (isSeq(value))
    return value.items.length === 0
      ? 'an empty list'
      : `a list of ${lengthOf(value.items.length, 'array')}`;
  if (isMap(value)) return value.items.length === 0 ? 'empty' : 'fields';
  return String(value);
}
