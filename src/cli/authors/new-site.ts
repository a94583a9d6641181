import { MANUAL } from '../../compiler/package-folder.ts';
import type { Language } from '../../model/languages.ts';
import { textOf, type NewFiles } from './new-folder.ts';

/** Longest name of a site, which is in every heading. */
const MAX_NAME = 12;

/** Groups of guides that most programs need. */
const CATEGORIES: { id: string; title: Record<Language, string> }[] = [
  { id: 'startup', title: { en: 'Starting and stopping', ja: '起動と停止' } },
  { id: 'config', title: { en: 'Configuration', ja: '設定' } },
  { id: 'network', title: { en: 'Network', ja: 'ネットワーク' } },
];

/** Return the content of a site about a program, without products, entries and guides. */
export function siteFiles(program: string, languages: readonly Language[]): NewFiles {
  const inEach = (texts: Record<Language, string>): string =>
    `{ ${languages.map((language) => `${language}: ${JSON.stringify(texts[language])}`).join(', ')} }`;
  return {
    'site.yaml': textOf(
      `# What the site is called and what its home page shows: ${MANUAL} explains it.`,
      `name: ${JSON.stringify(program.slice(0, MAX_NAME))}`,
      `languages: [${languages.join(', ')}]`,
      `tagline: ${inEach({ en: 'Paste the log, get the answer', ja: 'ログを貼ると、原因と対応が分かる' })}`,
      `about: ${JSON.stringify(`Support for ${program}`)}`,
      'home:',
      `  title: ${inEach({ en: `Paste your ${program} log. See what’s wrong.`, ja: `${program}のログを貼り付けると、原因が分かります` })}`,
      `  description: ${inEach({
        en: `Guides, messages and a log analyzer for ${program}.`,
        ja: `${program}のガイド、メッセージの解説、ログの診断。`,
      })}`,
      'categories:',
      ...CATEGORIES.map(({ id, title }) => `  - { id: ${id}, title: ${inEach(title)} }`),
    ),
    // Folders that must exist; git keeps only those with a file.
    ...Object.fromEntries(
      ['products', 'catalogs', 'guides'].map((folder) => [`${folder}/.gitkeep`, '']),
    ),
  };
}
