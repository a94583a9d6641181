/** What makes a verb in る ichidan: a kana of the rows い and え before it, or one of these kanji. */
const ICHIDAN = /[いきしちにひみりぎじびぴえけせてねへめれげぜでべぺ見得出寝着似経]る$/u;

/** The て form of each ending of a godan verb. */
const GODAN: Record<string, string> = {
  う: 'って',
  つ: 'って',
  る: 'って',
  く: 'いて',
  ぐ: 'いで',
  す: 'して',
  ぬ: 'んで',
  ぶ: 'んで',
  む: 'んで',
};

/**
 * Turn the title of a step, which ends in a verb, into a polite request. A title that does not end
 * in a verb stays as it is.
 *
 * @example politeRequest('プログラムを探す') // 'プログラムを探してください'
 */
export function politeRequest(title: string): string {
  const [, sentence = title, aside = ''] = /^(.*?)(（[^（）]*）)?$/u.exec(title) ?? [];
  return teForm(sentence) === null ? title : `${teForm(sentence) ?? ''}ください${aside}`;
}

/** Return a sentence with its last verb in the て form, or null if it does not end in a verb. */
function teForm(sentence: string): string | null {
  if (sentence.endsWith('ない')) return `${sentence}で`;
  if (sentence.endsWith('する')) return `${sentence.slice(0, -2)}して`;
  if (sentence.endsWith('行く')) return `${sentence.slice(0, -1)}って`;
  const ending = GODAN[sentence.slice(-1)];
  if (ending === undefined) return null;
  return `${sentence.slice(0, -1)}${ICHIDAN.test(sentence) ? 'て' : ending}`;
}
