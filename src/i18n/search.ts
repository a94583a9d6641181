import { search as en } from './en/search.ts';
import { search as ja } from './ja/search.ts';

/** Text of the search. It has its own table so that the search box loads no other text. */
export const searchText = { en, ja };

/** Text of the search in one language. */
export type SearchText = typeof en;
