import { describe, expect, it } from 'vitest';
import { type Report } from '../../src/engine/index.ts';
import { diagnoseBytes } from './diagnose-bytes.ts';
import {
  LOG_TRANSFORMS,
  TRUNCATIONS,
  FIELD_TRANSFORMS,
  JSON_TRANSFORMS,
  inEnvelope,
  OMISSIONS,
  withHeader,
  wrapAt,
  type LogTransform,
} from './mangled-logs.ts';
import { sample } from '../helpers/sample.ts';
import { catalog, content, matcher } from '../helpers/whole-content.ts';

const cases = content.guides.flatMap(({ cases: found }) =>
  found.map(({ file, text }) => ({ file, text, plain: diagnoseBytes(matcher, text) })),
);
type Case = (typeof cases)[number];
const notLogged = catalog.products.flatMap((product) => product['not-logged']);
/** Return whether a report is on a log. No collector wraps what installers print in a terminal. */
const isOnLog = ({ findings }: Report): boolean =>
  findings.length === 0 ||
  findings.some(
    ({ chain: [first] }) => !notLogged.some((name) => first?.entry.startsWith(`${name}/`)),
  );
const logs = cases.filter(({ plain }) => isOnLog(plain));
const headers = catalog.products.flatMap(({ id, headers: all }) =>
  all.map((header) => ({ product: id, header })),
);
const envelopes = catalog.formats.envelopes;

const essence = ({ answers, status, version, exited }: Report) => ({
  first: answers[0]?.guide,
  status,
  version,
  exited,
});

/** A case, and the report on its transformed log. */
interface Reading {
  file: string;
  plain: Report;
  mangled: Report;
}

/** Read the transformed cases. */
const readMangled = (transform: LogTransform, read: readonly Case[]): Reading[] =>
  read.map(({ file, text, plain }) => ({
    file,
    plain,
    mangled: diagnoseBytes(matcher, transform(text, programOf(plain))),
  }));

const programOf = ({ product }: Report): string =>
  catalog.products.find(({ id }) => id === product)?.programs[0] ?? 'some-program';

/** Return the readings of logs in which damage changes `of(report)`. */
function changedIn(
  readings: Reading[],
  of: (report: Report) => unknown = essence,
  { hasTimes = true, hasTags = true } = {},
): { file: string; before: unknown; after: unknown }[] {
  return readings.flatMap(({ file, plain, mangled }) => {
    if (!isOnLog(plain) || (!hasTimes && needsTimes(plain))) return [];
    if (!hasTags && needsTags(plain)) return [];
    const [before, after] = [of(plain), of(mangled)];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ file, before, after }];
  });
}

/** Return whether the answer depends on a gap in time, which headers without a time do not show. */
const needsTimes = ({ answers: [first], findings }: Report): boolean =>
  first !== undefined && first.evidence.every((index) => findings[index]?.role === 'info');

/** Return the catalog and the level of templates that are only a cause, and so need a tag. */
const keysOf = ({ id, templates }: (typeof catalog.entries)[number]): string[] =>
  templates
    .filter(({ text, tag }) => text === '{cause}' && tag !== undefined)
    .map(({ level }) => `${id.slice(0, id.indexOf('/'))} ${level}`);

/** Entries that only a tag distinguishes from one with another `ends`. */
const distinguishedByTag = new Set(
  catalog.entries
    .filter((entry) =>
      catalog.entries.some(
        (other) =>
          other.ends !== entry.ends && keysOf(other).some((key) => keysOf(entry).includes(key)),
      ),
    )
    .map(({ id }) => id),
);

/** Return whether the answer depends on a tag, which some headers do not show. */
const needsTags = ({ findings }: Report): boolean =>
  findings.some(({ chain: [first] }) => first !== undefined && distinguishedByTag.has(first.entry));

/** Return the readings whose first answer is certain, but is not an answer to the original log. */
function misledIn(readings: Reading[]): { file: string; after: string }[] {
  return readings.flatMap(({ file, plain, mangled }) => {
    const [first] = mangled.answers;
    return first?.confidence === 'certain' &&
      !plain.answers.some(({ guide }) => guide === first.guide)
      ? [{ file, after: first.guide }]
      : [];
  });
}

/** Return transforms for `it.each`, each with the turn of its sample. */
const inTurns = (transforms: Record<string, LogTransform>) =>
  Object.entries(transforms).map(([name, transform], turn) => ({ name, transform, turn }));

it.each(inTurns(LOG_TRANSFORMS))(
  '$name does not change the answer',
  ({ name, transform, turn }) => {
    const hasTags = name !== 'a tag removed by a web form';
    const readings = readMangled(transform, sample(cases, 12, turn));
    expect(changedIn(readings, essence, { hasTags })).toEqual([]);
  },
);

it.each(inTurns(JSON_TRANSFORMS))(
  '$name changes hardly any answer and never misleads',
  ({ transform }) => {
    // All logs: in a sample, the share depends on which logs are in it.
    const readings = readMangled(transform, logs);
    expect(changedIn(readings).length / logs.length).toBeLessThan(0.02);
    expect(misledIn(readings)).toEqual([]);
  },
);

it.each(inTurns(FIELD_TRANSFORMS))(
  '$name rarely changes an answer and hardly ever misleads',
  ({ transform, turn }) => {
    const chosen = sample(logs, 3, turn);
    const readings = readMangled(transform, chosen);
    expect(changedIn(readings).length / chosen.length).toBeLessThan(0.12);
    expect(misledIn(readings).length / chosen.length).toBeLessThan(0.01);
  },
);

/** Return what a header shows. */
const shownBy = (header: string): { hasTimes: boolean; hasTags: boolean } => ({
  hasTimes: header.includes('{date}'),
  hasTags: header.includes('{tag}'),
});

/** The headers of each product, and the logs of the product that can be rewritten with them. */
const writings = headers
  .map(({ product, header }) => {
    const rewrite = withHeader(header);
    return {
      product,
      written: `headers like ${header}`,
      rewrite,
      shown: shownBy(header),
      // A log that this does not change is read with its own headers only, in `asWritten`.
      own: cases.filter(({ text, plain }) => plain.product === product && rewrite(text) !== text),
    };
  })
  .filter(({ own }) => own.length > 0);
const asWritten = catalog.products.map(({ id }) => ({
  product: id,
  written: 'its own headers',
  rewrite: (log: string) => log,
  shown: { hasTimes: true, hasTags: true },
  own: cases.filter(({ plain }) => plain.product === id),
}));

/** One log in this many is read for each pair of a header and an envelope. */
const ONE_IN = 60;
/** Return one log in `oneIn`, or one of all if there are fewer. */
const sampleOf = (logs: readonly Case[], oneIn: number, turn: number): Case[] =>
  sample(logs, Math.min(oneIn, logs.length), turn);

describe.each([...asWritten, ...writings].map((writing, column) => ({ ...writing, column })))(
  'a log of $product with $written',
  ({ rewrite, shown, own, column }) => {
    it.each(envelopes.map((envelope, row) => ({ ...envelope, row })))(
      'has the same answer inside $text',
      ({ row, ...envelope }) => {
        const transform: LogTransform = (log, program) =>
          inEnvelope(envelope)(rewrite(log), program);
        const chosen = sampleOf(own, ONE_IN, row + column);
        expect(chosen).not.toEqual([]);
        expect(changedIn(readMangled(transform, chosen), essence, shown)).toEqual([]);
      },
    );
  },
);

// The first tests of this file read logs with their own headers in these ways, among others.
describe.each(writings.map((writing, turn) => ({ ...writing, turn })))(
  'a log of $product with $written',
  ({ rewrite, shown, own, turn }) => {
    it.each(['CRLF', 'a quoted email', 'HTML entities', 'non-breaking spaces'])(
      'has the same answer with %s',
      (name) => {
        const transform: LogTransform = (log, program) =>
          LOG_TRANSFORMS[name]?.(rewrite(log), program) ?? '';
        const chosen = sampleOf(own, 10, turn);
        expect(changedIn(readMangled(transform, chosen), essence, shown)).toEqual([]);
      },
    );
  },
);

const ofProducts = Map.groupBy(cases, ({ plain }) => plain.product);

describe.each(headers.map((one, turn) => ({ ...one, turn })))(
  'a log of $product with headers like $header',
  ({ product, header, turn }) => {
    it('hardly ever misleads when wrapped at 80 columns, and mostly keeps its answer', () => {
      const { hasTags } = shownBy(header);
      const rewrite = withHeader(header);
      const readings = readMangled(
        (log) => wrapAt(80)(rewrite(log)),
        sample(ofProducts.get(product) ?? [], 4, turn),
      );
      const judged = readings.filter(({ plain }) => hasTags || !needsTags(plain));
      // If there are few logs, two may still be misread.
      expect(misledIn(judged).length).toBeLessThanOrEqual(Math.max(2, 0.02 * judged.length));
      if (!hasTags) return;
      const first = ({ answers }: Report) => answers[0]?.guide;
      expect(changedIn(readings, first).length / readings.length).toBeLessThan(0.1);
    });
  },
);

const collectors = [
  'journalctl',
  'journalctl -o short-iso',
  'CRI',
  'kubectl --timestamps',
  'docker compose',
  'cat -n',
  'systemctl status',
];

it.each([80, 100, 132])(
  "mostly keeps its answer and never misleads in a collector's output wrapped at %i columns",
  (columns) => {
    const readings = collectors.flatMap((name, turn) => {
      const transform: LogTransform = (log, program) =>
        wrapAt(columns)(LOG_TRANSFORMS[name]?.(log, program) as string);
      return readMangled(transform, sample(cases, 12, turn));
    });
    const first = ({ answers }: Report) => answers[0]?.guide;
    expect(changedIn(readings, first).length / readings.length).toBeLessThan(0.03);
    expect(misledIn(readings)).toEqual([]);
  },
);

describe('a log without', () => {
  it.each(inTurns(OMISSIONS))('$name never misleads', ({ transform, turn }) => {
    expect(misledIn(readMangled(transform, sample(cases, 6, turn)))).toEqual([]);
  });
});

describe('a log truncated by', () => {
  it.each(inTurns(TRUNCATIONS))('$name hardly ever misleads', ({ transform, turn }) => {
    const readings = readMangled(transform, sample(cases, 3, turn));
    expect(misledIn(readings).length / readings.length).toBeLessThan(0.1);
  });
});
