// The program is not the content: nothing under src/ names a product, a guide or a tag of a site.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { content } from '../helpers/whole-content.ts';

/** Shorter names are also words of the language, such as the tag `checks`. */
const SHORTEST = 7;

const { site, products, guides } = content;

/** Names that may not even be a part of a word. */
const NOWHERE = ['mackerel', 'nginx', 'heroku', 'mkr'];

/** Names that only the content may contain, in lower case. */
const NAMES = [
  ...products.flatMap(({ id, yaml, settings }) => [
    id,
    yaml.title,
    ...yaml.programs,
    ...yaml.names,
    ...Object.keys(yaml.siblings),
    ...yaml.tags.filter((tag) => tag.includes('.')),
    ...yaml['own-values'],
    ...Object.values(yaml.platforms).flat(),
    yaml.backend?.name ?? '',
    settings?.file ?? '',
  ]),
  ...site.hosts,
  ...guides.map(({ slug }) => slug).filter((slug) => slug.includes('-')),
]
  .map((name) => name.toLowerCase())
  .filter((name) => name.length >= SHORTEST);

/** Tests, and what only tests read. */
const OF_TESTS = /\.test\.tsx?$|(?:^|\/)(?:small-catalog|step-samples|test-pastes)\.ts$/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|tsx|astro|js|css)$/.test(file))
  .filter((file) => !OF_TESTS.test(file));

it('names no product, program, path, tag or guide in the code', () => {
  const found = files.flatMap((file) =>
    readFileSync(join('src', file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const text = line.toLowerCase();
        const named = [
          ...NAMES.filter((name) => contains(text, name)),
          ...NOWHERE.filter((name) => text.includes(name)),
        ];
        return named.map((name) => `src/${file}:${index + 1}: ${name}`);
      }),
  );
  expect(found).toEqual([]);
});

/** Return whether a line contains a name that is not a part of a longer word. */
function contains(line: string, name: string): boolean {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    const around = [line[at - 1], line[at + name.length]];
    if (around.every((character) => character === undefined || !/[\w-]/.test(character)))
      return true;
  }
  return false;
}
