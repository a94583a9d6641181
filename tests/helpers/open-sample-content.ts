import { join } from 'node:path';
import { openContentLazily, type Content } from '../../src/compiler/index.ts';

/** Root of a small content folder: what the tests of modules read in place of the real one. */
export const SAMPLE_ROOT = join(import.meta.dirname, '../sample-content');

const content = openContentLazily(SAMPLE_ROOT);

/** Open the small content, which is read once for all test files of a worker. */
export function openSampleContent(): Content {
  return content;
}
