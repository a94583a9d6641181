import { closeSync, openSync, readSync } from 'node:fs';
import { openDiagnosis, type Matcher, type Report } from '../../src/engine/index.ts';
import { LineReader } from '../../src/engine/lines/line-reader.ts';
import { ProductRecognition } from '../../src/engine/findings/recognition.ts';
import { FastReader } from '../../src/engine/cache/fast-reader.ts';

const CHUNK = 1 << 20;

/** Diagnose a file in chunks of 1 MB, `times` times over as if it were one log. */
export function diagnoseFile(matcher: Matcher, file: string, times = 1): Report {
  const diagnosis = openDiagnosis(matcher);
  for (let time = 0; time < times; time++) readChunks(file, (chunk) => diagnosis.push(chunk));
  return diagnosis.close();
}

/** Read a file's records and their chains, and discard them. */
export function matchFile(matcher: Matcher, file: string): void {
  const [first] = matcher.products;
  if (!first) return;
  const { product } = first.matcher;
  const records = new FastReader(
    first.matcher,
    { addRecord: () => null, repeatRecord: () => undefined },
    new ProductRecognition(product),
  );
  const lines = new LineReader(records);
  readChunks(file, (chunk) => lines.pushChunk(chunk));
  lines.closeText();
  records.closeRecord();
}

function readChunks(file: string, take: (chunk: Uint8Array) => void): void {
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(CHUNK);
      const length = readSync(handle, chunk, 0, CHUNK, null);
      if (length === 0) break;
      take(new Uint8Array(chunk.buffer, 0, length));
    }
  } finally {
    closeSync(handle);
  }
}
