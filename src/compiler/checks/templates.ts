import { parseTemplate, TemplateError, type TemplatePart } from '../../engine/index.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** Words with which messages of any program begin. Alone, they do not say what is wrong. */
const GENERIC =
  /^(?:err(?:or)?s?|warn(?:ing)?|info|notice|debug|trace|fatal|critical|panic|fail(?:ed|ure)?|exception|message|msg|reason|cause|details?)$/i;
/** The types of holes in messages, as in content/README.md; the engine's others are for headers. */
const HOLE_TYPES = [
  ...['word', 'int', 'number', 'text', 'host', 'addr', 'url', 'file', 'type', 'path'],
  ...['quoted', 'duration', 'json', 'rest', 'cause', 'foreign'],
];
/** Syntax that is common in regular expressions. */
const PATTERN = /\.[*+]\??\)|\\[dws][*+)]|\](?:[*+]\)|\{\d)/i;
/** Types of holes that take a text of any length. */
const OPEN = ['rest', 'cause', 'foreign', 'text', 'path'];

/**
 * Check that every template parses and has literal text, or a level and a tag, and that
 * `holes` names only holes of the templates.
 */
export function checkTemplates({ entries }: Content): Problem[] {
  const problems: Problem[] = [];
  for (const { folder, yaml } of entries) {
    const file = `${folder}/entry.yaml`;
    const names = new Set<string>();
    for (const { text, level, tag } of yaml.templates) {
      try {
        const parts = parseTemplate(text);
        for (const part of parts) if (typeof part === 'object') names.add(part.name);
        const literal = parts
          .filter((part) => typeof part === 'string')
          .join(' ')
          .trim();
        const isBound = level !== undefined && tag !== undefined;
        if (PATTERN.test(literal))
          problems.push({
            file,
            anchorText: text,
            found: `"${text}", a regular expression`,
            write: 'the text that is printed, with holes such as {name:text} for what varies',
          });
        else if (literal === '' && !isBound)
          problems.push({
            file,
            anchorText: text,
            found: `"${text}" without literal text`,
            write: 'level and tag next to the text',
          });
        else if (
          parts.some((part, at) => typeof part === 'object' && typeof parts[at + 1] === 'object')
        )
          problems.push({
            file,
            anchorText: text,
            found: `"${text}" with adjacent holes, so that nothing shows where the first one ends`,
            write: 'the text between them; if it is not always there, two templates',
          });
        else if (!isBound && !yaml.common && takesAnything(parts, literal))
          problems.push({
            file,
            anchorText: text,
            found: `"${text}", which matches messages of any kind`,
            write:
              'the words that only this message has; if the program prints no others, ' +
              'level and tag next to the text',
          });
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        problems.push({
          file,
          anchorText: text,
          found: `${error.message} at column ${error.column} of "${text}"`,
          write: `holes as {name:type}; {{ for a brace. Types: ${HOLE_TYPES.join(', ')}`,
        });
      }
    }
    for (const name of Object.keys(yaml.holes ?? {}))
      if (!names.has(name))
        problems.push({
          file,
          anchorText: `  ${name}:`,
          found: `holes.${name}, but no template has a hole {${name}}`,
          write: 'the name of a hole of a template, or nothing',
        });
  }
  return problems;
}

/** Return whether a template has an open hole, and no words other than generic ones. */
function takesAnything(parts: readonly TemplatePart[], literal: string): boolean {
  const words = literal.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return (
    parts.some((part) => typeof part === 'object' && OPEN.includes(part.type)) &&
    words.every((word) => GENERIC.test(word))
  );
}
