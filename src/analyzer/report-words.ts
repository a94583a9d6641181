import type { RareTexts, ReportTexts } from '../model/words.ts';
import type { Report } from '../engine/index.ts';
import { withRareTexts } from '../report/format/index.ts';
import type { AnalyzerProps } from './switch-language.ts';

/** The fields of a report that determine which words are needed to show it. */
export type Explained = Pick<Report, 'answers' | 'findings'>;

/**
 * The words of reports in one language, loaded on first use. The texts of all rare guides are one
 * file, so that requesting it does not reveal which guide answers the log.
 */
export class ReportWords {
  readonly #page: Pick<AnalyzerProps, 'wordsUrl' | 'rareTextsUrl'>;
  #words: Promise<ReportTexts> | null = null;
  #withRare: Promise<ReportTexts> | null = null;

  constructor(page: Pick<AnalyzerProps, 'wordsUrl' | 'rareTextsUrl'>) {
    this.#page = page;
  }

  /**
   * Load the words that a report needs. If the texts of rare guides cannot be loaded, return
   * the words without them; the next call tries again.
   *
   * @throws Error if the words cannot be loaded; the next call tries again
   */
  async load({ answers, findings }: Explained): Promise<ReportTexts> {
    this.#words ??= fetchJson<ReportTexts>(this.#page.wordsUrl);
    this.#words.catch(() => (this.#words = null));
    const words = await this.#words;
    const needsRare =
      answers.some(({ guide }) => words.guides[guide]?.isRare) ||
      findings.some(({ chain }) => chain.some(({ entry }) => words.entries[entry]?.isRare));
    if (!needsRare) return words;
    this.#withRare ??= fetchJson<RareTexts>(this.#page.rareTextsUrl).then((texts) =>
      withRareTexts(words, texts),
    );
    return this.#withRare.catch(() => {
      this.#withRare = null;
      return words;
    });
  }
}

async function fetchJson<Texts>(url: string): Promise<Texts> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as Texts;
}
