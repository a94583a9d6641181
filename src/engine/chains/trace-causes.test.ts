import { expect, it } from 'vitest';
import type { Report } from '../../model/report.ts';
import { openProductDiagnosis } from '../diagnose.ts';
import { encode } from '../lines/bytes.ts';
import { compileFirst, entry, smallCatalog } from '../../../tests/helpers/small-catalog.ts';

const catalog = smallCatalog(
  [],
  [
    entry('agent/loaded', 'cannot load: {cause}'),
    entry('agent/dumped', 'dumped\n{trace:rest}'),
    entry('agent/wrapped', 'wrapped'),
  ],
);
const matcher = compileFirst({
  ...catalog,
  products: catalog.products.map((product) => ({
    ...product,
    trace: { frames: ['at ', '... '], causes: ['Caused by: '], consequences: ['Wrapped by: '] },
  })),
});

function diagnose(...lines: string[]): Report {
  const diagnosis = openProductDiagnosis(matcher);
  diagnosis.push(encode(`2026/01/02 03:00:00 ERROR <main> ${lines.join('\n')}\n`));
  return diagnosis.close();
}

/** Return the entries of each finding and its rest. */
const read = (...lines: string[]): string[] =>
  diagnose(...lines).findings.map(({ chain, rest }) =>
    [...chain.map(({ entry: id }) => id), ...(rest === null ? [] : [`"${rest}"`])].join(' '),
  );

const ROOT = 'Caused by: b.Refused: dial 10.0.0.1:80: connection refused';

it('links every known exception to the message, down to the root cause', () => {
  expect(read('gave up', 'a.Failed: wrapped', '\tat f', ROOT, '\tat g', '\t... 3 more')).toEqual([
    'agent/gave-up agent/wrapped network/refused',
  ]);
  expect(read('gave up', 'a.Failed: nobody knows', '\tat f', ROOT, '\tat g')).toEqual([
    'agent/gave-up network/refused',
  ]);
});

it('reports an unknown root cause as the rest', () => {
  expect(
    read('gave up', 'a.Failed: wrapped', '\tat f', 'Caused by: c.New: what', '\tat g'),
  ).toEqual(['agent/gave-up agent/wrapped "c.New: what"']);
  expect(read('cannot load: x', 'a.Failed: x', '\tat f')).toEqual(['agent/loaded "a.Failed: x"']);
});

it('links a cause once if both the message and the trace contain it', () =>
  expect(read('cannot load: wrapped', 'a.Failed: wrapped', '\tat f')).toEqual([
    'agent/loaded agent/wrapped',
  ]));

it('reads a trace that begins with its root cause', () =>
  expect(
    read('gave up', 'b: dial 10.0.0.1:80: connection refused', '\tat g', 'Wrapped by: a: wrapped'),
  ).toEqual(['agent/gave-up agent/wrapped network/refused']));

it('reads a trace that is indented as a whole, and one that lost its indentation', () => {
  const trace = ['a.Failed: x', '\tat f', ROOT, '\tat g'];
  const known = ['agent/gave-up network/refused'];
  expect(read('gave up', ...trace.map((line) => `\t${line}`))).toEqual(known);
  expect(read('gave up', ...trace.map((line) => line.trim()))).toEqual(known);
});

it('ignores lines that are no trace, and a trace that a template matches', () => {
  expect(read('gave up', 'dial 10.0.0.1:80: connection refused')).toEqual(['agent/gave-up']);
  expect(read('dumped', 'a.Failed: x', '\tat f')).toEqual(['agent/dumped']);
});

it('finds the known root cause of an unknown message, and nothing if the root cause is unknown', () => {
  expect(read('nobody knows', 'a.Failed: x', '\tat f', ROOT, '\tat g')).toEqual([
    'network/refused',
  ]);
  const { findings, unknown } = diagnose('nobody knows', 'a: wrapped', '\tat f', 'Caused by: x');
  expect([findings, unknown.map(({ template }) => template)]).toEqual([[], ['nobody knows']]);
});

it('finds the root cause below any number of frames', () => {
  const frames = Array.from({ length: 300 }, (_, index) => `\tat f${index}`);
  expect(read('gave up', 'a.Failed: x', ...frames, ROOT, ...frames)).toEqual([
    'agent/gave-up network/refused',
  ]);
});
