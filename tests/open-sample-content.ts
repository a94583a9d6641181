import { join } from 'node:path';
import { openContentLazily, type Content } from '../src/compiler/index.ts';

/** Root of a small content folder: what the tests of modules read in place of the real one. */
export const SAMPLE_ROOT = join(import.meta.dirname, 'sample-content');

/** Open the small content. */
export function openSampleContent(): Content {
  return openContentLazily(SAMPLE_ROOT);
}
