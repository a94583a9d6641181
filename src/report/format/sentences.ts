import type { Language } from '../../model/languages.ts';

/** Where one sentence ends and another follows. */
const BETWEEN_SENTENCES = /(?<=\.)\s+|(?<=。)(?=.)/u;

/** Split a text into its sentences. */
export function splitSentences(text: string): string[] {
  return text.split(BETWEEN_SENTENCES);
}

/** Join sentences as their language does: Japanese puts no space between them. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences.map((sentence) => sentence.trim()).join(language === 'ja' ? '' : ' ');
}
