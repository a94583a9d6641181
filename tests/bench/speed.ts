import { statSync } from 'node:fs';
import { compile, type Matcher } from '../../src/engine/index.ts';
import type { Inputs } from './benchmark-inputs.ts';
import { withMoreProducts } from './many-products.ts';
import { makeBaselines, makePeers } from './other-programs.ts';
import { race, type Competitor } from './race.ts';
import { diagnoseFile, matchFile } from './read-log.ts';
import type { Row } from './table.ts';

/** Race full reports against matching alone, other programs and simpler JavaScript. */
export function measureSpeed(
  {
    smallCatalog: few,
    largeCatalog: many,
    smallLog: log,
    largeLog: logOfMany,
    prefixed,
    realLog: real,
  }: Inputs,
  rounds: number,
): Row[] {
  const site = withMoreProducts(few);
  const [matcher, large, products] = [compile(few), compile(many), compile(site)];
  const engine = (name: string, by: Matcher, file: string): Competitor => ({
    name,
    bytes: statSync(file).size,
    run: () => void diagnoseFile(by, file),
  });
  const { peers, missing } = makePeers(few, log);
  const floors = makeBaselines(few, log);
  const { rate, ratio } = race(
    [
      { name: 'matching', bytes: statSync(log).size, run: () => matchFile(matcher, log) },
      engine('few', matcher, log),
      engine('many', large, log),
      engine('products', products, log),
      ...(logOfMany === null ? [] : [engine('all', large, logOfMany)]),
      ...Object.entries(prefixed).map(([name, file]) => engine(name, matcher, file)),
      ...(real === null ? [] : [engine('real', matcher, real)]),
      ...peers,
      ...floors,
    ],
    rounds,
  );
  const speed = (name: string): string => `${rate(name).toFixed(0)} MB/s`;
  const against = (name: string, goal: string): Row => ({
    figure: `full report ÷ \`${name}\``,
    value: missing.includes(name) ? null : ratio('few', name).toFixed(2),
    goal,
    note: missing.includes(name) ? 'not installed' : '',
  });
  const [countFew, countMany] = [few.entries.length, many.entries.length];
  return [
    {
      figure: `full report, ${countFew} entries`,
      value: speed('few'),
      goal: '≥ 350 MB/s',
    },
    {
      figure: 'matching only: records and chains, no findings',
      value: speed('matching'),
      goal: '≥ 800 MB/s',
    },
    against('rg -f', '≥ 2'),
    against('pdbtool match', '≥ 4'),
    {
      figure: `time with ${countMany} entries ÷ time with ${countFew}, same log`,
      value: ratio('few', 'many').toFixed(2),
      goal: '≤ 1.15',
    },
    {
      figure: `time with ${site.products.length} products ÷ time with one of them, same log`,
      value: ratio('few', 'products').toFixed(2),
      goal: '≤ 1.15',
    },
    {
      figure: `full report, ${countMany} entries, lines of all of them`,
      value: logOfMany === null ? null : speed('all'),
      note: logOfMany === null ? '../shared/perf does not exist' : '',
    },
    ...Object.keys(prefixed).map((name): Row => ({
      figure: `full report with a ${name} prefix`,
      value: speed(name),
      goal: '≥ 250 MB/s',
    })),
    {
      figure: 'full report of real logs, values varied',
      value: real === null ? null : speed('real'),
      goal: '≥ 200 MB/s',
      note: real === null ? '../shared/corpus does not exist' : '',
    },
    ...missing.map((name): Row => ({
      figure: `peer: \`${name}\``,
      value: null,
      note: 'not installed',
    })),
    ...peers.map(({ name }): Row => ({ figure: `peer: \`${name}\``, value: speed(name) })),
    ...floors.map(({ name }): Row => ({ figure: `floor: ${name}`, value: speed(name) })),
  ];
}
