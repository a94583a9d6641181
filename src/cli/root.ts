import { fileURLToPath } from 'node:url';

/** The folder that contains content/, so that the command works from any working directory. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
