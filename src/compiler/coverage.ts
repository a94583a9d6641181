import type { Message } from '../model/schemas/message.ts';
import { compareVersions } from '../engine/answers/version.ts';
import type { Content, Entry } from './content.ts';
import { guidesOf } from './guides-of.ts';

/** How far the entries explain the products' messages. */
export interface Coverage {
  /** Number of messages that need an entry. */
  needed: number;
  /** Messages that need an entry and have none. */
  missing: Message[];
  /** Messages that several entries claim. */
  duplicates: { message: string; entries: Entry[] }[];
  /** Message ids in entries that no messages.tsv lists. */
  unknown: { message: string; entry: Entry }[];
  /** Causes that no guide's evidence names: a log with them gets no answer. */
  unanswered: Entry[];
}

/**
 * Compare the entries' `messages` with the products' messages.tsv, and the causes with the guides.
 */
export function coverageOf(content: Content): Coverage {
  const { products, entries } = content;
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
    duplicates: [...owners].flatMap(([message, found]) =>
      found.length > 1 ? [{ message, entries: found }] : [],
    ),
    unknown: [...owners].flatMap(([message, found]) =>
      listed.has(message) ? [] : found.map((entry) => ({ message, entry })),
    ),
    unanswered: entries.filter(
      ({ id, yaml }) =>
        yaml.role === 'cause' && yaml.act !== 'ignore' && guidesOf(content, id).length === 0,
    ),
  };
}

/**
 * Return whether a message needs an entry: not if only debugging prints it, or no version from
 * `oldest` on does.
 */
function needsEntry({ level, until }: Message, oldest = '0.0.0'): boolean {
  if (level === 'TRACE' || level === 'DEBUG' || level === 'never' || until === '?') return false;
  return until === '-' || compareVersions(until, oldest) >= 0;
}
