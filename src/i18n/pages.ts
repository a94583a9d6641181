import { pages as en } from './en/pages.ts';
import { pages as ja } from './ja/pages.ts';

/** Text of the pages, which are built for both languages at once. */
export const pageText = { en, ja };
