import { closeSync, openSync, readSync } from 'node:fs';
import { open, type Matcher, type Report } from '../../engine/index.ts';

const CHUNK = 1 << 20;

/** Diagnose a file, read in pieces of 1 MB, `times` over as if it were one log. */
export function diagnoseFile(matcher: Matcher, file: string, times = 1): Report {
  const diagnosis = open(matcher);
  for (let time = 0; time < times; time++) {
    const handle = openSync(file, 'r');
    try {
      for (;;) {
        const chunk = Buffer.allocUnsafeSlow(CHUNK);
        const length = readSync(handle, chunk, 0, CHUNK, null);
        if (length === 0) break;
        diagnosis.push(new Uint8Array(chunk.buffer, 0, length));
      }
    } finally {
      closeSync(handle);
    }
  }
  return diagnosis.close();
}
