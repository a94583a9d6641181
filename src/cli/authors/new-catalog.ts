import type { Language } from '../../model/languages.ts';
import { textOf, type NewFiles } from './new-folder.ts';

/**
 * Return the files of a new catalog.
 *
 * @param program the program that prints the messages; without it, title and description are GAPs
 */
export function catalogFiles(languages: readonly Language[], program?: string): NewFiles {
  const title = program ?? 'GAP who prints the messages, in one to five words';
  const about = {
    en: program === undefined ? 'GAP the same in one sentence' : `What ${program} prints.`,
    ja: program === undefined ? 'GAP 同じことを1文で' : `${program}が表示するメッセージです。`,
  };
  return {
    'catalog.yaml': textOf(
      'title:',
      ...languages.map((language) => `  ${language}: ${JSON.stringify(title)}`),
      'about:',
      ...languages.map((language) => `  ${language}: ${JSON.stringify(about[language])}`),
    ),
  };
}
