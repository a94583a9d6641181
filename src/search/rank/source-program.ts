import type { Symptoms, Titles } from '../../model/words.ts';
import type { Lexicon } from '../tokenize/lexicon.ts';

/**
 * A plugin or other program of the product whose messages are not about the agent's own connection.
 */
export interface SourceProgram {
  /** The guide about this program, or about messages of such programs. */
  guide: string;
  /**
   * Whether the guide is an answer even if nothing else is found, because the program reports a
   * status such as UNKNOWN.
   */
  isSure: boolean;
}

/**
 * Find the program that wrote a text, by the name or the check status that it begins with, or
 * return null.
 */
export function sourceProgramOf(
  text: string,
  { thesaurus: { speakers }, guides }: Symptoms,
): SourceProgram | null {
  const plain = text.trimStart();
  for (const { names, status, guide } of speakers) {
    // Words after the name without a colon are a question about the program.
    const [, program = ''] = /^([\w-]+)(?:\.exe)?(?::|\s(?=.*:\s))/.exec(plain) ?? [];
    if (names.some((name) => program.startsWith(name)))
      return { guide: Object.hasOwn(guides, program) ? program : guide, isSure: false };
    if (
      status !== undefined &&
      /^\w[\w .-]{1,40} $/.test(plain.slice(0, Math.max(0, plain.indexOf(`${status}: `))))
    )
      return { guide, isSure: true };
  }
  return null;
}

/**
 * Adapt results to the program that wrote the text: drop those about the agent's connection, and
 * put the program's guide first, unless a guide about such programs is first already.
 */
export function adaptToProgram(
  results: string[],
  { guide, isSure }: SourceProgram,
  { sections: { theirs, connection } }: Symptoms,
  { entries }: Titles,
): string[] {
  const guideOf = (id: string): string =>
    id.startsWith('entry:')
      ? (entries[id.slice('entry:'.length)]?.guides?.[0] ?? '')
      : id.slice('guide:'.length);
  const left = results.filter((id) => !connection.includes(guideOf(id)));
  const [first] = left;
  if (
    results.length === 0 ? !isSure : first === results[0] && theirs.includes(guideOf(first ?? ''))
  )
    return left;
  return [`guide:${guide}`, ...left.filter((id) => id !== `guide:${guide}`)];
}

/**
 * Return whether a text is about a plugin: it begins with one, contains the full name of one, or
 * names another program and, right after it, a plugin. Network terms and numbers in it are then
 * probably not about the agent's own connection and exit.
 */
export function namesPlugin(
  text: string,
  { foreign, part, topic }: Lexicon,
  { speakers }: Pick<Symptoms['thesaurus'], 'speakers'>,
): boolean {
  const names = speakers.flatMap(({ names: own }) => own);
  return (
    topic.test(text) ||
    (text.match(/(?<![\w./-])[a-z]+(?:-[a-z]+)+/g) ?? []).some((word) =>
      names.some((name) => word.startsWith(name)),
    ) ||
    Array.from(text.matchAll(foreign)).some(({ 0: name, index }) =>
      part.test(text.slice(index + name.length)),
    )
  );
}
