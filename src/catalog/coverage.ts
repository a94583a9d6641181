import type { Message } from '../schemas/message.ts';
import { compareVersions } from './compare-versions.ts';
import type { Content, Entry } from './content.ts';

/** Which of the products' messages the entries explain. */
export interface Coverage {
  /** Messages that need an entry. */
  needed: number;
  /** Those that have none. */
  missing: Message[];
  /** Messages of several entries: a reader would not know which page is meant. */
  twice: { message: string; entries: Entry[] }[];
  /** Ids of entries that no product's messages.tsv has. */
  unknown: { message: string; entry: Entry }[];
}

/** Compare the entries' `messages` with the products' messages.tsv. */
export function coverageOf({ products, entries }: Content): Coverage {
  const listed = new Set(products.flatMap(({ messages }) => messages.map(({ id }) => id)));
  const owners = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const message of new Set(entry.yaml.templates.flatMap(({ messages }) => messages)))
      owners.set(message, [...(owners.get(message) ?? []), entry]);
  }
  const needed = products.flatMap(({ yaml, messages }) =>
    messages.filter((message) => needsEntry(message, yaml.oldest)),
  );
  return {
    needed: needed.length,
    missing: needed.filter(({ id }) => !owners.has(id)),
    twice: [...owners].flatMap(([message, found]) =>
      found.length > 1 ? [{ message, entries: found }] : [],
    ),
    unknown: [...owners].flatMap(([message, found]) =>
      listed.has(message) ? [] : found.map((entry) => ({ message, entry })),
    ),
  };
}

/** What is only written when somebody debugs the program, or was last written by a version that nobody runs, may have an entry but needs none. */
function needsEntry({ level, until }: Message, oldest: string): boolean {
  if (level === 'TRACE' || level === 'DEBUG' || level === 'never' || until === '?') return false;
  return until === '-' || compareVersions(until, oldest) >= 0;
}
