import { loadLanguages } from './load-language.ts';

/** Text of reports on the page and in the terminal, of support reports, and of replies. */
export type Sentences = typeof import('./en/index.ts');

/** The sentences of reports. */
export const sentences = await loadLanguages<Sentences>({
  en: () => import('./en/index.ts'),
  ja: () => import('./ja/index.ts'),
});
