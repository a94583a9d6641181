import { parseTemplate, type Matcher } from '../../engine/index.ts';
import type { Content, Entry } from '../content.ts';
import type { Problem } from '../problem.ts';
import { diagnoseText } from './samples.ts';

/** Values that holes of a header take; other holes take any word. */
const EXAMPLES: Record<string, string> = {
  date: '2026/11/24',
  clock: '22:41:04',
  stamp: '2026-11-24T22:41:04Z',
  month: 'Nov',
  day: '24',
  level: 'ERROR',
  source: 'main.go:1',
  tag: 'main',
};
/** What a header has: digits, brackets, capitals, or a hole for a time or a level. */
const MAY_BE_HEADER = /[\d[<]|[A-Z]{4}|\{(?:[a-z-]+:)?(?:date|clock|stamp|level)\}/;
const MAX_HEADER = 60;

/** Check that no template begins with the header of a line, which the engine removes first. */
export function checkTemplateHeaders({ entries }: Content, matcher: Matcher): Problem[] {
  return entries.flatMap(({ folder, yaml }) =>
    yaml.templates
      .filter(({ text }) => mayHaveHeader(text) && hasHeader(matcher, text))
      .map(({ text }) => ({
        file: `${folder}/entry.yaml`,
        anchorText: text,
        found: `"${text}", which begins with the header of a line`,
        write: 'only the message, which follows the date, the level and the tag',
      })),
  );
}

/** Return the templates that may begin with a header, as the lines that this check diagnoses. */
export function linesOfTemplates(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ yaml }) =>
    yaml.templates.filter(({ text }) => mayHaveHeader(text)).map(({ text }) => lineOf(text)),
  );
}

function mayHaveHeader(template: string): boolean {
  return MAY_BE_HEADER.test(template.slice(0, MAX_HEADER));
}

/** Return a template as a line. */
function lineOf(template: string): string {
  return parseTemplate(template)
    .map((part) => (typeof part === 'string' ? part : (EXAMPLES[part.type] ?? 'x')))
    .join('');
}

/** Return whether a template, read as a line, has a time or a level. */
function hasHeader(matcher: Matcher, template: string): boolean {
  const { span, findings, unknown } = diagnoseText(matcher, lineOf(template));
  return (
    span.from !== null ||
    findings.some(({ level }) => level !== null) ||
    unknown.some(({ header }) => header !== undefined)
  );
}
