import { parseTemplate, TemplateError } from '../../engine/index.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Check that every template parses and has literal text, or a level and a tag, and that `holes`
 * names only holes of the templates.
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
          .join('')
          .trim();
        if (literal === '' && (level === undefined || tag === undefined))
          problems.push({
            file,
            anchorText: text,
            found: `"${text}" without literal text`,
            write: 'level and tag next to the text',
          });
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        problems.push({
          file,
          anchorText: text,
          found: `${error.message} at column ${error.column} of "${text}"`,
          write: 'holes as {name:type}, with a type from content/README.md; {{ for a brace',
        });
      }
    }
    for (const name of Object.keys(yaml.holes ?? {}))
      if (!names.has(name))
        problems.push({
          file,
          anchorText: `  ${name}:`,
          found: `holes.${name}, but no template has a hole {${name}}`,
          write: 'the name of a hole, or no field',
        });
  }
  return problems;
}
