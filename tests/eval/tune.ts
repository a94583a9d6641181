/**
 * Sets the numbers of the search (src/search/numbers.ts) on the training side of the queries, and
 * reports on the other side: `npm run tune`, a few minutes; `npm run tune -- decision` sets
 * only the decision. The same input gives the same numbers. Run `npm run format` afterwards.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSymptoms, buildTitles, LANGUAGES, loadContent } from '../../src/compiler/index.ts';
import { siteDataOf } from '../../src/cli/content-data.ts';
import { searchSources } from '../../src/cli/search-sources.ts';
import { buildIndex } from '../../src/search/index/inverted-index.ts';
import { DECISION, NUMBERS, type Numbers } from '../../src/search/numbers.ts';
import { rankAndDecide, rankRead } from '../../src/search/rank/answer-query.ts';
import { readQuery, type ReadQuery, type SearchData } from '../../src/search/rank/read-query.ts';
import {
  featuresOf,
  isHere,
  settledCertainty,
  type Feature,
} from '../../src/search/rank/decide.ts';
import { fitLogistic } from './logistic.ts';
import { hashOf, readForeign, readQueries, type Query } from './read-queries.ts';
import { idsOf } from './score.ts';

const FILE = 'src/search/numbers.ts';
/** Lines of other programs that are not in foreign.log. */
const FOREIGN = 'tests/eval/foreign';
/** Percentage of the symptoms that are left out, so that queries are as new as real ones. */
const LEFT_OUT = 60;
/** What people add to some questions: other words than the variants of `npm run eval`. */
const ADDITIONS: ((text: string) => string)[] = [
  (text) => `${text} zorblatt`,
  (text) => `GKE ${text}`,
  (text) => `${text} (Debian 12, 0.79.2)`,
  (text) => `[help] ${text} please advise, best regards`,
  ...new Array<(text: string) => string>(5).fill((text) => text),
];
/** Values of `least` whose errors are printed, so that a person can weigh them. */
const LEASTS = [0.2, 0.3, 0.4, 0.5, 0.6];

type Sources = Record<Query['language'], SearchData>;

interface Case {
  read: ReadQuery;
  /** Ids of the right pages; none if the site has no answer. */
  right: Set<string>;
}

const content = loadContent();
const data = siteDataOf(content);
const whole: Sources = { en: searchSources(data, 'en'), ja: searchSources(data, 'ja') };
const queries = readQueries();
const sideOf = (side: Query['side']): Query[] => queries.filter((query) => query.side === side);

/** Return the sources without most of the symptoms, which were written beside the queries. */
function withFewSymptoms(): Sources {
  const reduced = LANGUAGES.map((language): [string, SearchData] => {
    const words = buildTitles(content, language);
    const symptoms = buildSymptoms(content, language);
    const guides = Object.entries(symptoms.guides).map(([slug, texts]) => [
      slug,
      texts.filter((text) => hashOf(text) % 100 >= LEFT_OUT),
    ]);
    const few = { ...symptoms, guides: Object.fromEntries(guides) as typeof symptoms.guides };
    const index = { symptoms: few, titles: buildIndex(words, few) };
    return [language, { ...whole[language], loadWordIndex: () => Promise.resolve(index) }];
  });
  return Object.fromEntries(reduced) as Sources;
}

async function casesOf(asked: readonly Query[], sources: Sources): Promise<Case[]> {
  const cases: Case[] = [];
  for (const [at, { text, language, answers }] of asked.entries()) {
    const add = text.includes('\n') ? undefined : ADDITIONS[at % ADDITIONS.length];
    const read = await readQuery(add?.(text) ?? text, sources[language]);
    const right = new Set(answers[0] === '-' ? [] : answers.flatMap((id) => idsOf(id, content)));
    if ('query' in read) cases.push({ read, right });
  }
  return cases;
}

async function foreignCases(lines: readonly string[]): Promise<Case[]> {
  const asked = lines.map((text): Query => ({
    ...{ text, language: 'en', kind: 'pasted', answers: ['-'], side: 'training' },
  }));
  return casesOf(asked, whole);
}

/** Score a ranking by how often a right page is first or, with less weight, among three. */
function quality(cases: readonly Case[], numbers: Numbers): number {
  let sum = 0;
  for (const { read, right } of cases) {
    const hits = rankRead(read, numbers).filter(isHere);
    const at = hits.slice(0, 3).findIndex(({ id }) => right.has(id));
    sum += at === 0 ? 1 : at > 0 ? 0.3 : 0;
  }
  return sum / cases.length;
}

/**
 * The numbers that decide the order of pages, by their paths, and where the search for them starts:
 * not at those of the file, so that the same input always gives the same numbers.
 */
const START: Record<string, number> = {
  ...{ saturation: 1.5, similarity: 0.5, phraseLength: 0.5 },
  ...{ 'words.context': 0.5, 'words.unknown': 0.25, 'words.concept': 0.6 },
  ...{ 'fields.title': 1, 'fields.summary': 0.4, 'fields.heading': 0.4 },
  ...{ 'matches.plain': 0.5, 'matches.prefix': 0.75 },
  ...{ verbatim: 0.5, entry: 0.6, otherProduct: 0.3, message: 0.7, agentOfPlugin: 0.55 },
};
const PATHS = Object.keys(START);

function valueAt(numbers: Numbers, path: string): number {
  return path
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], numbers) as number;
}

function withValue(numbers: Numbers, path: string, value: number): Numbers {
  const [name = '', inner] = path.split('.');
  const group = (numbers as unknown as Record<string, object>)[name];
  return { ...numbers, [name]: inner ? { ...group, [inner]: value } : value };
}

/** Change one number after the other for as long as that helps (coordinate ascent). */
function tuneRanking(cases: readonly Case[]): Numbers {
  let best = PATHS.reduce<Numbers>((n, path) => withValue(n, path, START[path] ?? 0), NUMBERS);
  let most = quality(cases, best);
  for (const step of [1.4, 1.15])
    for (const path of PATHS) {
      for (const factor of [step, 1 / step])
        for (;;) {
          const value = Number((valueAt(best, path) * factor).toPrecision(2));
          if (path.startsWith('matches.') && value > 1) break;
          const changed = withValue(best, path, value);
          const reached = quality(cases, changed);
          if (reached < most + 0.0003) break;
          [best, most] = [changed, reached];
        }
      process.stdout.write(`${path.padEnd(20)} ${valueAt(best, path)}  ${most.toFixed(4)}\n`);
    }
  return best;
}

const features = Object.keys(DECISION) as Feature[];

interface Decided {
  features: number[];
  isAnswerable: boolean;
}

/** Return the cases that the weights of the decision decide. */
function decisionsOf(cases: readonly Case[], numbers: Numbers): Decided[] {
  return cases.flatMap(({ read, right }) => {
    const hits = rankRead(read, numbers);
    const best = hits.find(isHere);
    if (!best || read.query.isOnlyCodes || settledCertainty(read, hits) !== null) return [];
    const values = featuresOf(read, hits);
    return { features: features.map((name) => values[name]), isAnswerable: right.size > 0 };
  });
}

/** Fit the weights of the decision by logistic regression. */
function tuneDecision(decided: readonly Decided[]): typeof DECISION {
  const refusals = decided.filter(({ isAnswerable }) => !isAnswerable).length;
  const balance = Math.sqrt((decided.length - refusals) / refusals);
  const examples = decided.map(({ features: own, isAnswerable }) => ({
    ...{ features: own, outcome: Number(isAnswerable), weight: isAnswerable ? 1 : balance },
  }));
  const weights = fitLogistic(examples, features.length).map((value) => Number(value.toFixed(2)));
  return Object.fromEntries(features.map((name, i) => [name, weights[i] ?? 0])) as typeof DECISION;
}

function report(name: string, cases: readonly Case[], numbers: Numbers): void {
  const count = { first: 0, refused: 0, answers: 0, none: 0, nones: 0 };
  for (const { read, right } of cases) {
    const { results } = rankAndDecide(read, numbers);
    if (right.size === 0) {
      count.nones++;
      if (results.length === 0) count.none++;
    } else {
      count.answers++;
      if (results.length === 0) count.refused++;
      if (right.has(results[0] ?? '')) count.first++;
    }
  }
  const share = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;
  const parts = [
    `${count.answers} with an answer: first ${share(count.first, count.answers)}`,
    `wrongly refused ${share(count.refused, count.answers)}`,
    `${count.nones} without: wrongly answered ${share(count.nones - count.none, count.nones)}`,
  ];
  process.stdout.write(`${name}: ${parts.join(', ')}\n`);
}

/** Write the numbers into their file; the comments there stay. */
function writeNumbers(ranking: Numbers, decision: typeof DECISION): void {
  const [head = '', tail = ''] = readFileSync(FILE, 'utf8').split(/(?=export const DECISION)/);
  const replace = (source: string, name: string, value: number): string =>
    source.replace(new RegExp(`(\\b${name}: )-?[\\d.]+`), `$1${value}`);
  const ranked = PATHS.reduce(
    (source, path) => replace(source, path.split('.').at(-1) ?? path, valueAt(ranking, path)),
    head,
  );
  const decided = Object.entries(decision).reduce(
    (source, [name, value]) => replace(source, name, value),
    tail,
  );
  writeFileSync(FILE, ranked + decided);
}

const few = withFewSymptoms();
const training = await casesOf(sideOf('training'), whole);
const asNew = await casesOf(sideOf('training'), few);
const isAnswerable = ({ right }: Case): boolean => right.size > 0;
const numbers = process.argv.includes('decision')
  ? NUMBERS
  : tuneRanking([
      ...asNew.filter(isAnswerable).filter((_, at) => at % 2 === 0),
      ...training.filter(isAnswerable).filter((_, at) => at % 4 === 1),
    ]);
const foreign = readdirSync(FOREIGN).flatMap((file) =>
  readFileSync(`${FOREIGN}/${file}`, 'utf8').trimEnd().split('\n'),
);
const seen = [...training, ...asNew, ...(await foreignCases(foreign))];
const decision = tuneDecision(decisionsOf(seen, numbers));
for (const [name, value] of Object.entries(decision))
  process.stdout.write(`${name.padEnd(20)} ${value}\n`);
writeNumbers(numbers, decision);
Object.assign(DECISION, decision);
for (const least of LEASTS) report(`training, least ${least}`, training, { ...numbers, least });
const test = sideOf('test');
report('training', training, numbers);
report('training with few symptoms', asNew, numbers);
report('test', await casesOf(test, whole), numbers);
report('test with few symptoms', await casesOf(test, few), numbers);
report('foreign lines', await foreignCases(readForeign()), numbers);
