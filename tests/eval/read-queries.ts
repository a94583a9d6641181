import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'tests/eval';

/**
 * A query and the answers that may come first: guides, `errors/<message id>` or
 * `errors/<catalog>/<slug>`, or `-` if the site has no answer and must say so.
 */
export interface Query {
  text: string;
  language: 'en' | 'ja';
  kind: string;
  answers: string[];
}

/**
 * Read queries.tsv, which has queries as people type them, written without trying them in the
 * search. `\n` means a line break, and `\\n` a backslash and an n.
 */
export function readQueries(): Query[] {
  const [, ...rows] = readFileSync(join(FOLDER, 'queries.tsv'), 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [text = '', language = '', kind = '', answers = ''] = row.split('\t');
    return {
      text: text.replaceAll(/\\?\\n/g, (found) => (found.length === 2 ? '\n' : '\\n')),
      language: language === 'ja' ? 'ja' : 'en',
      kind,
      answers: answers.split(','),
    };
  });
}

/** Read foreign.log: lines of other programs, which must get no answer. */
export function readForeign(): string[] {
  return readFileSync(join(FOLDER, 'foreign.log'), 'utf8').trimEnd().split('\n');
}
