/**
 * Fuzzes the program: `npm run fuzz -- --seconds 600 --seed 1 --only logs`.
 *
 * Without `--seconds`, each target runs one round, as in `npm test`, which always gives the same
 * seed. Without `--seed`, the seed is random. It is printed, and reproduces a failure together with
 * the target's name.
 */
import { parseArgs } from 'node:util';
import { archives } from './archives.ts';
import { logs } from './logs.ts';
import { pastes } from './pastes.ts';
import { queries } from './queries.ts';
import { rendering } from './rendering.ts';

const TARGETS = [logs, pastes, archives, rendering, queries];
const NAMES = TARGETS.map(({ name }) => name).join('|');
const USAGE = `usage: npm run fuzz -- [--seconds N] [--seed N] [--only ${NAMES}]\n`;
const SEEDS = 2 ** 31;

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const [seconds, seed] = [
  Number(values.seconds ?? 0),
  Number(values.seed ?? Math.floor(Math.random() * SEEDS)),
];
const targets = TARGETS.filter(({ name }) => values.only === undefined || values.only === name);
if (targets.length === 0 || !(seconds >= 0) || !Number.isInteger(seed)) {
  process.stderr.write(USAGE);
  process.exit(2);
}

// Color codes are not part of the output under test.
process.env['NO_COLOR'] = '1';
process.stdout.write(`seed ${seed}\n`);
const until = performance.now() + seconds * 1000;
const failed = new Set<string>();
for (
  let round = 0;
  round === 0 || (performance.now() < until && failed.size < targets.length);
  round++
) {
  for (const { name, runs, check } of targets.filter((target) => !failed.has(target.name))) {
    const roundSeed = (seed + round) % SEEDS;
    const started = performance.now();
    const { runs: done, failure } = await check(roundSeed, runs);
    const taken = ((performance.now() - started) / 1000).toFixed(1);
    const outcome = failure === null ? '' : ', FAILED';
    process.stdout.write(`${name}: ${done} inputs, ${taken} s${outcome}\n`);
    if (failure === null) continue;
    failed.add(name);
    process.stdout.write(
      `${failure}\n\nreproduce: npm run fuzz -- --seed ${roundSeed} --only ${name}\n`,
    );
  }
}
process.exitCode = failed.size > 0 ? 1 : 0;
