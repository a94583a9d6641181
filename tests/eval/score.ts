import type { Content } from '../../src/compiler/index.ts';
import type { Query } from './read-queries.ts';

/** Finds ids (`guide:<slug>`, `entry:<catalog>/<slug>`), the best first; none without an answer. */
export type Search = (text: string, language: 'en' | 'ja') => Promise<string[]>;

export interface Count {
  all: number;
  first: number;
  three: number;
}

export interface Score {
  groups: Map<string, Count>;
  /** Queries for which no correct page came first, each with its results and the correct pages. */
  failures: string[];
}

const PASTED = ['message', 'pasted'];

/** Run all queries; count how often a correct page comes first, and in the top three. */
export async function score(search: Search, queries: Query[], content: Content): Promise<Score> {
  const groups = new Map<string, Count>();
  const failures: string[] = [];
  const results = await Promise.all(queries.map(({ text, language }) => search(text, language)));
  for (const [index, { text, language, kind, answers, side }] of queries.entries()) {
    const correct = new Set(answers.flatMap((answer) => idsOf(answer, content)));
    const found = results[index] ?? [];
    const position =
      found.length === 0
        ? answers.includes('-')
          ? 0
          : -1
        : found.findIndex((id) => correct.has(id));
    for (const group of [
      'all',
      side,
      language,
      kind,
      ...(PASTED.includes(kind) ? ['pasted and messages'] : []),
      ...(answers[0] === '-' ? ['no answer exists'] : []),
    ]) {
      const count = groups.get(group) ?? { all: 0, first: 0, three: 0 };
      groups.set(group, {
        all: count.all + 1,
        first: count.first + (position === 0 ? 1 : 0),
        three: count.three + (position >= 0 && position < 3 ? 1 : 0),
      });
    }
    if (position !== 0) {
      const query = `${language} ${JSON.stringify(text.slice(0, 80))}`;
      const results = found.slice(0, 3).join(', ') || 'none';
      failures.push(`${query}: ${results}; correct: ${answers.join(', ')}`);
    }
  }
  return { groups, failures };
}

export function idsOf(answer: string, { entries }: Content): string[] {
  if (!answer.startsWith('errors/')) return [`guide:${answer}`];
  const message = answer.slice('errors/'.length);
  return entries
    .filter(
      ({ id, yaml }) =>
        id === message || yaml.templates.some(({ messages }) => messages.includes(message)),
    )
    .map(({ id }) => `entry:${id}`);
}
