import { describe, expect, it } from 'vitest';
import {
  compile,
  openDiagnosis,
  parseTemplate,
  type CatalogTemplate,
  type Matcher,
  type Report,
} from '../../src/engine/index.ts';
import { catalog } from '../helpers/whole-content.ts';

/** A value for each type of hole, as difficult to match as the type allows. */
const VALUES: Record<string, string> = {
  word: 'w0rd-(x)',
  text: 'some text',
  path: '/var/lib/x y/id',
  host: 'api.example.com',
  addr: '192.0.2.1:443',
  url: 'https://example.com/a?b=c',
  type: '*x.Y',
  int: '-17',
  number: '2.5',
  quoted: 'a \\"b\\"',
  duration: '1m30s',
  json: '{"a":1}',
  rest: 'the rest',
  cause: 'nobody knows this',
  foreign: 'said something',
};

function generate({ text }: CatalogTemplate): string {
  return parseTemplate(text)
    .map((part) => (typeof part === 'string' ? part : (VALUES[part.type] ?? part.type)))
    .join('');
}

function diagnose(matcher: Matcher, text: string): Report {
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(new TextEncoder().encode(text));
  return diagnosis.close();
}

describe.each(catalog.products)(
  'each template of $id matches a line generated from it',
  (product) => {
    const matcher = compile({ ...catalog, products: [product] });
    const rows = catalog.entries
      .filter(({ id, nested }) => product.plain.includes(id.split('/')[0] ?? '') && !nested)
      .flatMap((entry) =>
        entry.templates
          .filter(({ text }) => !/^\{[^}]*\}$/.test(text))
          .map((template) => [entry.id, template] as const),
      );
    it.each(rows)('%s', (id, template) => {
      const { level = 'WARNING', tag = 'command' } = template;
      const header = `2026/11/24 22:40:19 ${level} <${tag}> `;
      const report = diagnose(matcher, header + generate(template));
      expect(
        report.findings.flatMap(({ chain }) => chain.map(({ entry }) => entry)),
        generate(template),
      ).toContain(id);
    });
  },
);
