import { findPrivate } from './private-values.ts';

const NO_WORDS: ReadonlySet<string> = new Set();

/** Put stars in the place of keys, tokens and passwords, character by character so that columns stay. Names, addresses and paths stay. */
export function starSecrets(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { kind, from, to } of findPrivate(text, [], NO_WORDS)) {
    if (kind !== 'key' && kind !== 'token' && kind !== 'password') continue;
    pieces.push(text.slice(at, from), '*'.repeat(to - from));
    at = to;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(at);
}
