/**
 * Runs in its own process: `count-steps.ts READER INPUTS TEXT…` prints, for each text, how
 * many characters of our source code were executed to read it. READER is `log`, for the engine
 * alone, or `paste`, for the analyzer up to the report in words.
 *
 * It runs without optimizing compilers, because whether inlined code is counted would depend on the
 * machine's load.
 */
import { readFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import type { CountedInputs } from './growth.ts';

const [reader = '', inputs = '', ...texts] = process.argv.slice(2);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const { catalog, settings, hints, words } = JSON.parse(
  readFileSync(inputs, 'utf8'),
) as CountedInputs;
const { read, counted } = reader === 'paste' ? await pasteReader() : await logReader();
// Read one text before counting, to exclude what is computed once per catalog.
if (texts[0] !== undefined) await read(readFileSync(texts[0]));
const counts: number[] = [];
for (const text of texts) {
  const bytes = readFileSync(text);
  await session.post('Profiler.takePreciseCoverage');
  await read(bytes);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const ours = result.filter(({ url }) => url.includes(counted));
  counts.push(
    ours
      .flatMap(({ functions }) => functions.map(countCharacters))
      .reduce((sum, count) => sum + count, 0),
  );
}
process.stdout.write(JSON.stringify(counts));

interface Reader {
  read(bytes: Uint8Array): void | Promise<void>;
  /** The folder whose code is counted. */
  counted: string;
}

// Load the code only now: V8 counts blocks only in code loaded after coverage has started.
async function logReader(): Promise<Reader> {
  const { compile, openDiagnosis } = await import('../../src/engine/index.ts');
  const matcher = compile(catalog);
  // Compute this lazy value now, because the first text may be too short to need it.
  for (const product of matcher.products) void product.matcher.literalWords.all;
  const read = (bytes: Uint8Array): void => {
    const diagnosis = openDiagnosis(matcher);
    for (let at = 0; at < bytes.length; at += 1 << 16)
      diagnosis.push(bytes.subarray(at, at + (1 << 16)));
    diagnosis.close();
  };
  return { read, counted: '/src/engine/' };
}

async function pasteReader(): Promise<Reader> {
  const { compile, openDiagnosis } = await import('../../src/engine/index.ts');
  const { maskReport, redact } = await import('../../src/redaction/index.ts');
  const { compareReports } = await import('../../src/intake/compare.ts');
  const { Intake } = await import('../../src/intake/index.ts');
  const { linesToEmbed, linesToQuote, customerReply, verdict } =
    await import('../../src/report/index.ts');
  const matcher = compile(catalog);
  for (const product of matcher.products) void product.matcher.literalWords.all;
  const read = async (bytes: Uint8Array): Promise<void> => {
    const intake = new Intake({
      diagnosis: openDiagnosis(matcher),
      catalog: catalog.version,
      hints,
      loadSettings: () => Promise.resolve(settings),
    });
    intake.beginFile('x');
    intake.addBytes(bytes);
    const report = await intake.finishReport();
    const lines = new TextDecoder().decode(bytes).split('\n');
    verdict(report, words);
    customerReply(maskReport(report), words, (path) => path);
    redact(matcher, [report, linesToQuote(report).map((line) => lines[line - 1] ?? '')]);
    linesToEmbed(report, {
      count: lines.length,
      numberAt: (at) => at + 1,
      text: (line) => lines[line - 1],
    });
    compareReports(report, report, catalog);
  };
  return { read, counted: '/src/' };
}

/**
 * Sum the executed characters of a function. V8 omits a block that ran as often as the one around
 * it, so blocks cannot be counted, but characters can. Ranges are listed from the outside in.
 */
function countCharacters({ ranges }: Profiler.FunctionCoverage): number {
  if (ranges.some(({ count }) => count < 0))
    throw new Error('A block ran more often than V8 can count, so growth is far from linear.');
  const around: Profiler.CoverageRange[] = [];
  return ranges.reduce((sum, range) => {
    while (around.length > 0 && (around.at(-1)?.endOffset ?? 0) <= range.startOffset) around.pop();
    const outside = around.at(-1)?.count ?? 0;
    around.push(range);
    return sum + (range.count - outside) * (range.endOffset - range.startOffset);
  }, 0);
}
