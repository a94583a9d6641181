import type { Query } from './read-queries.ts';

type Addition = (text: string, isJapanese: boolean) => string;

/** Harmless additions to a query, which should not change its answer. */
export const additions: [name: string, add: Addition][] = [
  ['nothing added', (text) => text],
  ['an unknown word in front', (text) => `fumidai ${text}`],
  ['EC2 in front', (text, isJapanese) => (isJapanese ? `EC2から${text}` : `EC2 ${text}`)],
  ['Ubuntu 22.04 at the end', (text) => `${text} Ubuntu 22.04`],
  ['a version at the end', (text) => `${text} v0.82.0`],
  ['a label in front', (text, isJapanese) => `${isJapanese ? '【質問】' : '[Question] '}${text}`],
  [
    'a greeting around it',
    (text, isJapanese) =>
      isJapanese
        ? `お世話になります。${text}。よろしくお願いします。`
        : `Hello, ${text} - any idea? Thanks!`,
  ],
];

/** Return a query with an addition to its text. */
export function addTo(query: Query, add: Addition): Query {
  return { ...query, text: add(query.text, query.language === 'ja') };
}
