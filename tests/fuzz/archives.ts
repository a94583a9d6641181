import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, readInput } from '../../src/cli/read-input.ts';
import { terminalText } from '../../src/i18n/terminal.ts';
import { readFile, RefusedError, type Sink } from '../../src/intake/index.ts';
import { chunksOf, cuts, noisy, samples } from './inputs.ts';
import { target } from './target.ts';

const sink: Sink = {
  beginFile: () => undefined,
  writeBytes: () => undefined,
  isDone: () => false,
  yieldToTasks: () => Promise.resolve(),
};
const log = fc.constantFrom(...samples).map((text) => new TextEncoder().encode(text));
// fflate looks names up in a plain object, so inherited property names would break it.
const anyName = fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !(text in {}));
const name = fc.oneof(
  fc.constantFrom('a.log', 'logs/', 'logs/b.log', '__MACOSX/c', '../d.log', ''),
  anyName,
);
const zip = fc
  .tuple(fc.dictionary(name, log, { maxKeys: 4 }), fc.constantFrom(0, 6))
  .map(([files, level]) => zipSync(files, { level: level as 0 | 6 }));
const gzip = log.map((bytes) => gzipSync(bytes));

/** Damaged archives are read or refused, both by the analyzer and by the command line. */
export const archives = target(
  'archives',
  150,
  fc.asyncProperty(noisy(fc.oneof(zip, gzip)), cuts, async (bytes, places) => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (const chunk of chunksOf(bytes, places)) yield chunk;
    }
    await orRefused(RefusedError, readFile('x', chunks(), sink, []));
    const folder = mkdtempSync(join(tmpdir(), 'shindan-fuzz-'));
    try {
      const file = join(folder, 'x');
      writeFileSync(file, bytes);
      await orRefused(InputError, readInput(file, sink, terminalText.en, null));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }),
);

async function orRefused(
  refusal: typeof RefusedError | typeof InputError,
  reading: Promise<unknown>,
): Promise<void> {
  try {
    await reading;
  } catch (error) {
    if (!(error instanceof refusal)) throw error;
  }
}
