import type { InspectedReport } from '../model/inspection.ts';
import type { Language } from '../model/languages.ts';
import type { ReportTexts } from '../model/words.ts';
import { analyzerText } from '../i18n/analyzer.ts';
import { sentences } from '../i18n/sentences.ts';
import type { TextStyle } from './format/index.ts';

/**
 * What a reply that is too long leaves out, the least important first. A step that repairs the
 * fault or lets the repair take effect always stays, and so does the warning.
 */
const CUTS = [
  /** When the fault began. */
  'since',
  /** Questions that do not decide the answer. */
  'questions',
  /** Sentences of a step that do not depend on a result or a condition. */
  'asides',
  /** The list of possible causes. The results of the first step name them as well. */
  'causes',
  /** How to tell that the fault is fixed. */
  'sign',
  /** How to read the output of a command that the customer runs. */
  'results',
  /** The last of several steps, and the one before it. */
  'third-step',
  'second-step',
] as const;

/** Maximum length of a reply without commands and quotes: in words or, in Japanese, characters. */
const MAX_LENGTH: Record<Language, number> = { en: 180, ja: 700 };

/** The input of a reply, and the parts that the reply leaves out. */
export interface Draft {
  report: InspectedReport;
  words: ReportTexts;
  /** Makes the URL of a page below the language's root. */
  link: (path: string) => string;
  /** When the reply is written, in milliseconds since 1970; null if not known. */
  now: number | null;
  /** The paragraphs on what configurations and command output show. */
  found: readonly string[];
  cuts: ReadonlySet<Cut>;
}

type Cut = (typeof CUTS)[number];

/**
 * Write the paragraphs of a reply with as few cuts as its maximum length allows: make cuts in order
 * until the reply is short enough, then undo each cut without which it is still short enough. Only
 * paragraphs for which `isCounted` holds count toward the length.
 */
export function writeBriefly(
  write: (cuts: ReadonlySet<Cut>) => string[],
  isCounted: (paragraph: string) => boolean,
  language: Language,
): string[] {
  const isTooLong = (cuts: readonly Cut[]): boolean =>
    lengthOf(write(new Set(cuts)).filter(isCounted), language) > MAX_LENGTH[language];
  const enough = CUTS.findIndex((_, at) => !isTooLong(CUTS.slice(0, at)));
  const made = (enough < 0 ? [...CUTS] : CUTS.slice(0, enough)).toReversed();
  const needed = made.reduce((cuts: Cut[], cut) => {
    const fewer = cuts.filter((other) => other !== cut);
    return isTooLong(fewer) ? cuts : fewer;
  }, made);
  return write(new Set(needed));
}

/** Return the length of a text without its commands, quotes and URLs. */
function lengthOf(paragraphs: string[], language: Language): number {
  const prose = paragraphs.join('\n').replace(/^ {4}.*$|https?:\S+/gm, '');
  return language === 'ja' ? prose.replace(/\s/g, '').length : (prose.match(/\S+/g)?.length ?? 0);
}

/** Return a section of a reply, or none if it has no text. */
export function section(title: string, body: string): string[] {
  return body === '' ? [] : [`${title}\n${body}`];
}

/** Return how a mail writes prose: without Markdown, with URLs in full. */
export function styleOf(words: ReportTexts, link: (path: string) => string): TextStyle {
  const { language } = words;
  // Backticks would look like a part of a command. Without quotes, words such as `on` would read as
  // a part of the sentence.
  const code = (text: string): string =>
    !/^[\p{L} ]+$/u.test(text) || text === text.toUpperCase()
      ? text
      : language === 'ja'
        ? `「${text}」`
        : `"${text}"`;
  return {
    ...commandStyle(words),
    readerPlatform: null,
    between: '\n',
    strong: (text) => text,
    code,
    platform: (os) => `[${analyzerText[language].platform[os]}]`,
    link: (text, href) => (language === 'ja' ? `${text}（${href}）` : `${text} <${href}>`),
    guide: (title, slug) =>
      language === 'ja'
        ? `「${title}」（${link(`guides/${slug}/`)}）`
        : `"${title}" <${link(`guides/${slug}/`)}>`,
    step: (number, title) => `${number}. ${title}`,
  };
}

/** Return how a mail writes commands and excerpts. */
export function commandStyle({
  language,
}: ReportTexts): Pick<TextStyle, 'command' | 'excerpt' | 'example'> {
  const quoted = (line: string): string => (line === '' ? '' : `  ${line}`);
  return {
    command: quoted,
    excerpt: quoted,
    example: (...values) => sentences[language].report.example(...values),
  };
}
