/**
 * Compares the quality of the search with plain Pagefind and MiniSearch on the same pages:
 * `npm run eval`, after `npm run build`. It shows the training and the test side of the queries,
 * then, for this site only, held-out queries and queries with harmless additions. With `-- misses`
 * it also lists the failed queries, and with `-- words` the synonyms that none of the queries has.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { buildSymptoms, loadContent } from '../src/compiler/index.ts';
import { launchChromium } from './browser/chromium.ts';
import { contentSearch, miniSearch, plainPagefind, siteSearch } from './eval/engines.ts';
import { additions, addTo } from './eval/additions.ts';
import { readForeign, readQueries } from './eval/read-queries.ts';
import { unusedWords } from './eval/unused-words.ts';
import { score, type Count, type Score, type Search } from './eval/score.ts';

const FOLDER = 'dist';
if (!existsSync(FOLDER)) {
  process.stderr.write('no site in dist: run `npm run build` first\n');
  process.exit(1);
}
const server = spawn(process.execPath, ['bin/shindan.js', 'serve', FOLDER], {
  env: { ...process.env, PORT: '0', BASE_PATH: '/' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [address] = (await once(server.stdout, 'data')) as [Buffer];
const base = address.toString().trim().replace(/\/$/, '');
const browser = await launchChromium();
const pages = (): Promise<Page[]> => Promise.all([browser.newPage(), browser.newPage()]);
const [content, queries, foreign] = [loadContent(), readQueries(), readForeign()];
const searches: [string, Search][] = [
  ['this site', siteSearch({ en: await pages(), ja: await pages() }, base)],
  ['Pagefind', plainPagefind(await browser.newPage(), base)],
  ['MiniSearch', miniSearch(FOLDER)],
];

const scores: { name: string; result: Score; answered: number }[] = [];
for (const [name, search] of searches) {
  const result = await score(search, queries, content);
  const answers = await Promise.all(foreign.map((line) => search(line, 'en')));
  scores.push({ name, result, answered: answers.filter((found) => found.length > 0).length });
}
await browser.close();
server.kill();

/** Return whether a query is a question in words that the site answers. */
function isQuestion(kind: string, [first = '-']: string[]): boolean {
  return ['words', 'outside'].includes(kind) && first !== '-' && !first.startsWith('errors/');
}

const share = (part: number, all: number): string =>
  `${((100 * part) / all).toFixed(1).padStart(5)} %`;
const cell = ({ all, first, three }: Count): string =>
  `${share(first, all)} ${share(three, all)}`.padEnd(18);
const row = (title: string, cells: string[]): void =>
  void process.stdout.write(`${title.padEnd(26)}${cells.join('  ')}\n`);
row(
  'first, in the top three',
  scores.map(({ name }) => name.padEnd(18)),
);
for (const [group, { all }] of scores[0]?.result.groups ?? [])
  row(
    `${group} (${all})`,
    scores.map(({ result }) => cell(result.groups.get(group) ?? { all: 1, first: 0, three: 0 })),
  );
row(
  `foreign lines answered`,
  scores.map(({ answered }) => `${answered} of ${foreign.length}`.padEnd(18)),
);
const alone = contentSearch(content);
const heldOut = await score(alone, readQueries('held-out.tsv'), content);
const asked = queries.filter(({ kind, answers }, at) => at % 8 === 0 && isQuestion(kind, answers));
process.stdout.write('\nthis site only\n');
for (const [group, count] of heldOut.groups)
  row(`held out: ${group} (${count.all})`, [cell(count)]);
for (const [name, add] of additions) {
  const { groups } = await score(
    alone,
    asked.map((query) => addTo(query, add)),
    content,
  );
  const all = groups.get('all') ?? { all: 1, first: 0, three: 0 };
  row(`${name} (${all.all})`, [cell(all)]);
}
if (process.argv.includes('misses'))
  for (const miss of scores[0]?.result.failures ?? []) process.stdout.write(`${miss}\n`);
if (process.argv.includes('words')) {
  const { thesaurus } = buildSymptoms(content, 'en');
  const all = [...queries, ...readQueries('held-out.tsv')].map(({ text }) => text);
  process.stdout.write(`\nin no query: ${unusedWords(thesaurus, all).join(', ')}\n`);
}
