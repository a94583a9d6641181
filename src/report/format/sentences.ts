import type { Language } from '../../model/languages.ts';

/** Where one sentence ends and another follows. */
const BETWEEN_SENTENCES = /(?<=\.)\s+|(?<=。)(?=.)/u;

/** Split a text into its sentences. */
export function splitSentences(text: string): string[] {
  return text.split(BETWEEN_SENTENCES);
}

/** Join sentences as their language does: Japanese puts no space between them. */
export function joinSentences(sentences: readonly string[], language: Language): string {
  return sentences
    .map((sentence) => sentence.trim())
    .map((sentence, at) => (at < sentences.length - 1 ? asSentence(sentence, language) : sentence))
    .join(language === 'ja' ? '' : ' ');
}

/** Add the full stop that a title, or a message of another program, lacks as a sentence. */
export function asSentence(text: string, language: Language): string {
  const stop = language === 'ja' ? '。' : '.';
  return /[\p{L}\p{N}"'”’)）」]$/u.test(text) ? `${text}${stop}` : text;
}
