/**
 * A process of its own: `count-steps.ts CATALOG TEXT…` prints, for each text, how many characters of the engine's code ran while it was read.
 * Without optimising compilers, since what they inline is counted or not as the machine's load has it.
 */
import { readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import type { Catalog } from '../../engine/index.ts';

const [catalog = '', ...texts] = process.argv.slice(2);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
// Only code that is loaded from here on is counted block by block.
const { compile, open } = await import('../../engine/index.ts');

const matcher = compile(JSON.parse(readFileSync(catalog, 'utf8')) as Catalog);
const read = (text: string): void => {
  const bytes = readFileSync(text);
  const diagnosis = open(matcher);
  for (let at = 0; at < bytes.length; at += 1 << 16) diagnosis.push(bytes.subarray(at, at + (1 << 16)));
  diagnosis.close();
};
// What is made once for a catalog, when the first log needs it, does not grow with logs.
if (texts[0] !== undefined) read(texts[0]);
// The first text may be too short to ask for these.
void matcher.literalWords.all;
const counts: number[] = [];
for (const text of texts) {
  await session.post('Profiler.takePreciseCoverage');
  read(text);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const engine = result.filter(({ url }) => url.includes('/src/engine/'));
  counts.push(engine.flatMap(({ functions }) => functions.map(countCharacters)).reduce((sum, count) => sum + count, 0));
}
process.stdout.write(JSON.stringify(counts));

/** V8 leaves out a block that ran as often as the one around it, so blocks cannot be counted; what each character did can. Blocks come from the outside in. */
function countCharacters({ ranges }: Profiler.FunctionCoverage): number {
  if (ranges.some(({ count }) => count < 0)) throw new Error('A block of code ran more often than V8 can count: the work has grown out of all bounds.');
  const around: Profiler.CoverageRange[] = [];
  return ranges.reduce((sum, range) => {
    while (around.length > 0 && (around.at(-1)?.endOffset ?? 0) <= range.startOffset) around.pop();
    const outside = around.at(-1)?.count ?? 0;
    around.push(range);
    return sum + (range.count - outside) * (range.endOffset - range.startOffset);
  }, 0);
}
