import type { Symptoms, Titles } from '../catalog/index.ts';

/** A program of the product's that speaks for itself: what it says is not about the agent's own connection. */
export interface Speaker {
  /** The guide about it, or about what such programs say. */
  guide: string;
  /** It says itself that it does not know: this guide is an answer, whatever else it says. */
  isSure: boolean;
}

/** The program whose words a text begins with, by its name or as checks print what they found; null where there is none. */
export function speakerOf(
  text: string,
  { thesaurus: { speakers }, guides }: Symptoms,
): Speaker | null {
  const plain = text.trimStart();
  for (const { names, status, guide } of speakers) {
    const [, program = ''] = /^([\w-]+)(?:\.exe)?[:\s]/.exec(plain) ?? [];
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

/** What is found of what a speaker says: its guide first, unless another one about such programs fits best; none about the connection. */
export function ofSpeaker(
  results: string[],
  { guide, isSure }: Speaker,
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
