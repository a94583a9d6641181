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
  /**
   * When changing the search, look only at the failures of the training side; the test side judges
   * the change. All queries of a topic are on the same side.
   */
  side: 'training' | 'test';
}

/**
 * Read a list of queries as people type them, written without trying them in the search. `\n` means
 * a line break, and `\\n` a backslash and an n.
 *
 * @param file queries.tsv, or held-out.tsv, whose failures must not lead to a change
 */
export function readQueries(file = 'queries.tsv'): Query[] {
  const [, ...rows] = readFileSync(join(FOLDER, file), 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [text = '', language = '', kind = '', answered = ''] = row.split('\t');
    const answers = answered.split(',');
    return {
      text: text.replaceAll(/\\?\\n/g, (found) => (found.length === 2 ? '\n' : '\\n')),
      language: language === 'ja' ? 'ja' : 'en',
      kind,
      answers,
      side: sideOf(answers[0] === '-' ? firstWord(text) : (answers[0] ?? '')),
    };
  });
}

/** Return the first word of a query without an answer, such as the name of another product. */
function firstWord(text: string): string {
  return /[a-z]{4,}|[^\0-\x7f]{2}/.exec(text.normalize('NFKC').toLowerCase())?.[0] ?? text;
}

/** Assign a topic to a side by a hash of its name, so that new topics move no others. */
function sideOf(topic: string): Query['side'] {
  return hashOf(topic) % 2 === 0 ? 'training' : 'test';
}

/** Return a hash of a text (FNV-1a, without its lower bits). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 16;
}

/** Read foreign.log: lines of other programs, which must get no answer. */
export function readForeign(): string[] {
  return readFileSync(join(FOLDER, 'foreign.log'), 'utf8').trimEnd().split('\n');
}
