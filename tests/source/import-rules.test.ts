import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

/**
 * What each folder may import: whole folders, or single modules. `import type` is always allowed,
 * because types are erased at compile time.
 */
const ARROWS: Record<string, string[]> = {
  engine: [],
  display: [],
  i18n: [],
  styles: [],
  offline: [],
  inspect: ['engine'],
  schemas: ['engine'],
  highlight: ['engine', 'display'],
  letter: ['engine', 'inspect', 'display', 'i18n'],
  catalog: ['engine', 'display', 'schemas', 'inspect/nearest.ts'],
  components: ['i18n', 'styles'],
  layouts: ['i18n', 'styles', 'components'],
  integrations: ['layouts', 'offline'],
  analyzer: ['engine', 'inspect', 'display', 'letter', 'offline', 'i18n'],
  search: ['engine', 'i18n'],
  language: ['catalog'],
  // `shindan explain` searches as the site does, and `diagnose --support` stores lines as the
  // analyzer's worker does, with the modules that need no DOM.
  cli: [
    'engine',
    'inspect',
    'display',
    'letter',
    'i18n',
    'catalog',
    'schemas/fields.ts',
    'language',
    'search/find.ts',
    'search/route.ts',
    'search/title-index.ts',
    'analyzer/analysed-log.ts',
    'analyzer/kept-lines.ts',
  ],
  pages: [
    'engine',
    'display',
    'i18n',
    'styles',
    'schemas',
    'highlight',
    'catalog',
    'components',
    'layouts',
    'analyzer',
    'search',
  ],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    /\.(?:ts|tsx|astro)$/.test(file) &&
    !/\.test\.tsx?$/.test(file) &&
    !file.startsWith('tests/') &&
    file.includes('/'),
);

it.each(files)('%s imports only what its folder may import', (file) => {
  const folder = file.split('/')[0] ?? '';
  const allowed = [folder, ...(ARROWS[folder] ?? [])];
  for (const target of valueImports(readFileSync(join('src', file), 'utf8'))) {
    const imported = normalize(join(dirname(file), target));
    const [owner = ''] = imported.split('/');
    if (owner !== '..')
      expect(allowed, `${file} imports ${target}`).toContain(
        allowed.includes(owner) ? owner : imported,
      );
  }
});

function valueImports(source: string): string[] {
  const statements = source.matchAll(
    /^\s*(?:import|export)\s+(?!\s|type\b)([^'"`;]*?\bfrom\s*)?['"](\.[^'"]*)['"]/gm,
  );
  const dynamic = source.matchAll(/import\(\s*['"](\.[^'"]*)['"]\s*\)/g);
  const isTypeOnly = (clause = ''): boolean =>
    /^\{\s*type\s+\w+(?:\s+as\s+\w+)?(?:\s*,\s*type\s+\w+(?:\s+as\s+\w+)?)*\s*(?:,\s*)?\}\s*from/.test(
      clause,
    );
  return [
    ...[...statements].filter(([, clause]) => !isTypeOnly(clause)).map(([, , path]) => path),
    ...[...dynamic].map(([, path]) => path),
  ].filter((path) => path !== undefined);
}
