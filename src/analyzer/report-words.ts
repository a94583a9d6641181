import type { ReportTexts } from '../model/words.ts';
import type { Answer } from '../engine/index.ts';
import {
  unpackWords,
  withGuides,
  type PackedGuides,
  type PackedWords,
} from '../report/format/index.ts';
import type { AnalyzerProps } from './switch-language.ts';

/**
 * The words of reports in one language, loaded on first use. The texts of all rare guides are one
 * file, so that the request for it does not say which of them is the answer to the log.
 */
export class ReportWords {
  readonly #page: Pick<AnalyzerProps, 'wordsUrl' | 'rareGuidesUrl'>;
  #words: Promise<ReportTexts> | null = null;
  #withRare: Promise<ReportTexts> | null = null;

  constructor(page: Pick<AnalyzerProps, 'wordsUrl' | 'rareGuidesUrl'>) {
    this.#page = page;
  }

  /**
   * Load the words that a report with these answers needs. If the texts of rare guides cannot be
   * loaded, the words are without them, and the next call tries again.
   *
   * @throws Error if the words cannot be loaded; the next call tries again
   */
  async load(answers: readonly Answer[]): Promise<ReportTexts> {
    this.#words ??= fetchJson<PackedWords>(this.#page.wordsUrl).then(unpackWords);
    this.#words.catch(() => (this.#words = null));
    const words = await this.#words;
    if (!answers.some(({ guide }) => words.guides[guide]?.isRare)) return words;
    this.#withRare ??= fetchJson<PackedGuides>(this.#page.rareGuidesUrl).then((guides) =>
      withGuides(words, guides),
    );
    return this.#withRare.catch(() => {
      this.#withRare = null;
      return words;
    });
  }
}

async function fetchJson<Packed>(url: string): Promise<Packed> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as Packed;
}
