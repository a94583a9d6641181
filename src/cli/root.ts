import { fileURLToPath } from 'node:url';

/** The folder that holds content/: the command works from wherever it is called. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
