import { describe, expect, it } from 'vitest';
import { buildCatalog, openContent } from '../../catalog/index.ts';
import { compile, type Report } from '../../engine/index.ts';
import { diagnoseBytes } from './diagnose-bytes.ts';
import {
  DISGUISES,
  ENDS_LOST,
  IN_FIELDS,
  IN_OBJECTS,
  inEnvelope,
  LINES_LOST,
  withHeader,
  wrapped,
  type Disguise,
} from './disguises.ts';

const content = openContent();
const catalog = buildCatalog(content);
const matcher = compile(catalog);
const cases = content.guides.flatMap(({ cases: found }) =>
  found.map(({ file, text }) => ({ file, text, plain: diagnoseBytes(matcher, text) })),
);
const [product] = catalog.products;
const headers = product?.headers ?? [];
const envelopes = content.products[0]?.yaml.envelopes ?? [];

const essence = ({ answers, status, version, exited }: Report) => ({
  first: answers[0]?.guide,
  status,
  version,
  exited,
});

/** The cases whose disguised log is read differently, as far as `of` tells. */
function changedBy(
  disguise: Disguise,
  of: (report: Report) => unknown = essence,
  hasTimes = true,
): { file: string; before: unknown; after: unknown }[] {
  return cases.flatMap(({ file, text, plain }) => {
    if (!hasTimes && needsTimes(plain)) return [];
    const [before, after] = [of(plain), of(diagnoseBytes(matcher, disguise(text)))];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ file, before, after }];
  });
}

/** Whether a case is answered by what is missing for some time: heads without a time cannot show it. */
const needsTimes = ({ answers: [first], findings }: Report): boolean =>
  first !== undefined && first.evidence.every((index) => findings[index]?.role === 'info');

/** The cases for which a certain answer comes first that the whole log does not give at all. */
function misledBy(disguise: Disguise): { file: string; after: string }[] {
  return cases.flatMap(({ file, text, plain }) => {
    const [first] = diagnoseBytes(matcher, disguise(text)).answers;
    return first?.confidence === 'certain' &&
      !plain.answers.some(({ guide }) => guide === first.guide)
      ? [{ file, after: first.guide }]
      : [];
  });
}

it.each(Object.entries(DISGUISES))('%s does not change the answer', (_name, disguise) => {
  expect(changedBy(disguise)).toEqual([]);
});

it.each(Object.entries(IN_OBJECTS))(
  '%s does not change the answer, but where only words stand that any program may print',
  (_name, disguise) => {
    expect(changedBy(disguise).length / cases.length).toBeLessThan(0.02);
    expect(misledBy(disguise)).toEqual([]);
  },
);

it.each(Object.entries(IN_FIELDS))(
  '%s hardly changes an answer, and misleads hardly anybody',
  (_name, disguise) => {
    expect(changedBy(disguise).length / cases.length).toBeLessThan(0.12);
    expect(misledBy(disguise).length / cases.length).toBeLessThan(0.01);
  },
);

describe.each(headers)('a log with heads like %j', (header) => {
  it.each(envelopes)('has the same answer behind $name', (envelope) => {
    expect(
      changedBy(
        (log) => inEnvelope(envelope)(withHeader(header)(log)),
        essence,
        header.includes('{date}'),
      ),
    ).toEqual([]);
  });

  it.each(['CRLF', 'a quoted mail', 'HTML entities', 'no-break spaces'])(
    'has the same answer with %s',
    (name) => {
      expect(
        changedBy(
          (log) => DISGUISES[name]?.(withHeader(header)(log)) ?? '',
          essence,
          header.includes('{date}'),
        ),
      ).toEqual([]);
    },
  );

  it('is wrapped at 80 columns and misleads nobody', () => {
    expect(
      misledBy((log) => wrapped(80)(withHeader(header)(log))).length / cases.length,
    ).toBeLessThan(0.02);
  });
});

describe.each(headers.filter((header) => header.includes('{tag}')))(
  'a log with heads like %j',
  (header) => {
    it('is wrapped at 80 columns and still gives the answer, but where a word of another program was cut', () => {
      const first = ({ answers }: Report) => answers[0]?.guide;
      expect(
        changedBy((log) => wrapped(80)(withHeader(header)(log)), first).length / cases.length,
      ).toBeLessThan(0.1);
    });
  },
);

describe.each([
  'journalctl',
  'journalctl -o short-iso',
  'CRI',
  'kubectl --timestamps',
  'docker compose',
  'cat -n',
  'systemctl status',
])('a log behind what %s puts in front', (name) => {
  it.each([80, 100, 132])(
    'is wrapped at %i columns and still gives the answer, and misleads nobody',
    (columns) => {
      const disguise: Disguise = (log) => wrapped(columns)(DISGUISES[name]?.(log) as string);
      const first = ({ answers }: Report) => answers[0]?.guide;
      expect(changedBy(disguise, first).length / cases.length).toBeLessThan(0.05);
      expect(misledBy(disguise)).toEqual([]);
    },
  );
});

describe('what is lost of a log', () => {
  it.each(Object.entries(LINES_LOST))('%s: no certain answer comes of it', (_name, disguise) => {
    expect(misledBy(disguise)).toEqual([]);
  });

  it.each(Object.entries(ENDS_LOST))(
    '%s: hardly a certain answer comes of it',
    (_name, disguise) => {
      expect(misledBy(disguise).length / cases.length).toBeLessThan(0.1);
    },
  );
});
