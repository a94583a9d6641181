import type { Replacement } from '../redaction/index.ts';

/** Kinds that are always replaced, even if the sender wants to keep the value. */
const SECRET: ReadonlySet<Replacement['kind']> = new Set(['key', 'password', 'token', 'card']);

/** Return whether the sender may undo a replacement. */
export function canUnredact({ kind }: Pick<Replacement, 'kind'>): boolean {
  return !SECRET.has(kind);
}
