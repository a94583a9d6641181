import type { Answer, Finding } from '../model/report.ts';
import type { InspectedReport } from '../model/inspection.ts';
import type { Language } from '../model/languages.ts';
import type { ReportTexts } from '../model/words.ts';
import { sentences } from '../i18n/sentences.ts';
import {
  applicableSteps,
  isStepOfCause,
  MAX_OPEN,
  possibleCauses,
  provenCause,
} from './applicable-parts.ts';
import {
  decisiveLine,
  fillSentence,
  findingsOf,
  isShowable,
  shortTitle,
  valuesFromFindings,
} from './format/index.ts';

/** A piece of the log and its line number. */
export interface Quote {
  line: number;
  text: string;
}

/**
 * The description of an answer: the fault, its cause with the log's values, and the text that shows
 * it.
 */
export interface AnswerDescription {
  sentence: string;
  cause: string | null;
  /** Whether the cause is one short sentence, which can replace `sentence` as a headline. */
  isBrief: boolean;
  quote: Quote | null;
  summary: string | null;
}

/** A sentence with the log's values, and before they were filled in. */
interface Filled {
  text: string;
  template: string;
}

/** Longest sentence that is a headline, in characters, before values are filled in. */
const MAX_HEADLINE: Record<Language, number> = { en: 160, ja: 80 };
/** Two sentences, or the words of another program after a colon, which may be several. */
const SEVERAL_SENTENCES = /\.\s|。.|[:：] ?\{[^}]+\}[.。]?$/;
/** Most causes that a verdict names. */
const MAX_CAUSES = 3;
/** A quote takes further links of its chain while it is shorter than this, in characters. */
const ENOUGH = 70;
const MAX_QUOTE = 220;
/** Characters kept at the beginning of a longer quote; its decisive part is mostly at the end. */
const KEPT_START = 70;

/** Describe an answer for the verdict. */
export function describeAnswer(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
): AnswerDescription {
  const text = sentences[words.language].report;
  const { title, summary } = words.guides[answer.guide] ?? { title: answer.guide, summary: '' };
  const findings = decisiveFindings(answer, report);
  const said = causeSentences(answer, findings, report, words);
  const cause = said.length === 0 ? null : joinSentences(said, words);
  const open = possibleCauses(answer, words).map((possible) => possible.title);
  // Do not list the causes if a sentence describes the cause, unless the evidence itself names
  // several.
  const isOpen =
    open.length > 1 && open.length <= MAX_OPEN && (cause === null || answer.causes.length > 0);
  const proven = cause === null ? undefined : provenCause(answer, words)?.title;
  const short = proven || (cause === null && !isOpen ? title : shortTitle(title));
  return {
    sentence: answer.confidence === 'possible' ? text.couldBe(short) : short,
    cause: cause === proven ? null : cause,
    isBrief: said.length === 1 && said.every((filled) => isBrief(filled, words.language)),
    quote: quoteOf(findings),
    summary: isOpen
      ? describeOpenCause(answer, open, report, words)
      : cause !== null
        ? null
        : summary || null,
  };
}

/** Say what is wrong in one line: the cause, unless the answer is only possible. */
export function faultSentence(answer: Answer, report: InspectedReport, words: ReportTexts): string {
  const { sentence, cause } = describeAnswer(answer, report, words);
  return answer.confidence === 'possible' ? sentence : (cause ?? sentence);
}

/** List the possible causes, and say so if the first step finds out which one it is. */
function describeOpenCause(
  answer: Answer,
  titles: string[],
  report: InspectedReport,
  words: ReportTexts,
): string {
  const text = sentences[words.language].report;
  const [first] = applicableSteps(answer, report, words);
  const isTold = first !== undefined && !isStepOfCause(first.id, answer, words);
  return [text.openCause(titles), ...(isTold ? [text.firstStepTells] : [])].join(
    words.language === 'ja' ? '' : ' ',
  );
}

/** List the findings that show the fault: causes, or else all. */
function decisiveFindings({ evidence }: Answer, report: InspectedReport): Finding[] {
  const found = findingsOf(report, evidence);
  const causes = found.filter(({ role }) => role !== 'consequence');
  return causes.length > 0 ? causes : found;
}

/**
 * Describe the cause that the log proves: by the guide's own sentence if the log has its values,
 * otherwise by the meanings of the last messages of the evidence or, if one is unknown, by the
 * title of the cause. Return none if there is none of these.
 */
function causeSentences(
  answer: Answer,
  findings: Finding[],
  report: InspectedReport,
  words: ReportTexts,
): Filled[] {
  const proven = provenCause(answer, words);
  const own = proven?.verdict === undefined ? [] : fillEach(proven.verdict, findings, report);
  if (own.length > 0) return own;
  const meanings = findings.map((finding) => meaningOf(finding, answer, words));
  if (meanings.includes(null) || meanings.length === 0)
    return proven ? [{ text: proven.title, template: proven.title }] : [];
  const known = distinct(meanings.filter((meaning) => meaning !== null));
  // The same message with its values says more.
  const better = findings.flatMap(({ chain }) => {
    const { summary, verdict } = words.entries[chain.at(-1)?.entry ?? ''] ?? {};
    return verdict !== undefined && known.some(({ template }) => template === verdict)
      ? [summary]
      : [];
  });
  return known.filter(({ template }) => !better.includes(template));
}

/**
 * Fill a sentence with the values of each finding or, if no finding has all values, once with those
 * of all findings.
 */
function fillEach(template: string, findings: Finding[], report: InspectedReport): Filled[] {
  const fill = (of: Finding[]): Filled[] => {
    const text = fillSentence(template, valuesFromFindings(of, {}, report.findings));
    return text === null ? [] : [{ text, template }];
  };
  const each = findings.flatMap((finding) => fill([finding]));
  return distinct(each.length > 0 ? each : fill(findings));
}

function distinct(sentences: Filled[]): Filled[] {
  return [...new Map(sentences.map((filled) => [filled.text, filled])).values()];
}

/** Look only at the template: a value of the log must not decide how its report is laid out. */
function isBrief({ template }: Filled, language: Language): boolean {
  return template.length <= MAX_HEADLINE[language] && !SEVERAL_SENTENCES.test(template);
}

function joinSentences(filled: Filled[], words: ReportTexts): string {
  const more = filled.length - MAX_CAUSES;
  return [
    ...filled.slice(0, MAX_CAUSES).map(({ text }) => text),
    ...(more > 0 ? [sentences[words.language].report.more(more)] : []),
  ].join(words.language === 'ja' ? '' : ' ');
}

/**
 * Return the meaning of the last message in a finding's chain, with its values. If unknown text
 * follows, only a sentence with values is worth showing. Return null if the message is unknown,
 * lies in text of another program that proves nothing, or is informational: then the fault is that
 * another message is missing.
 */
function meaningOf(
  { chain, rest, role }: Finding,
  { confidence }: Answer,
  words: ReportTexts,
): Filled | null {
  const end = chain.at(-1);
  const known = end && words.entries[end.entry];
  if (!known || known.vague || role === 'info') return null;
  if (end.foreign && confidence !== 'certain') return null;
  const { summary, verdict } = known;
  const text =
    verdict === undefined
      ? null
      : fillSentence(verdict, { find: (holes) => capturedIn(chain, holes) });
  if (verdict !== undefined && text !== null) return { text, template: verdict };
  return rest === null ? { text: summary, template: summary } : null;
}

/** Find the value of the first of `holes` (`a | b`) in a chain, the innermost link first. */
function capturedIn(chain: Finding['chain'], holes: string): string | null {
  const names = holes.split(' | ');
  return (
    names
      .flatMap((name) => chain.toReversed().flatMap(({ captures }) => captures[name]?.[0] ?? []))
      .find((text) => isShowable(decisiveLine(text))) ?? null
  );
}

/** Quote the end of the first finding's chain, with links before it while the quote is short. */
function quoteOf([first]: Finding[]): Quote | null {
  const line = first?.lines[0];
  if (!first || line === undefined) return null;
  const pieces = [...first.chain.map(({ text }) => text), first.rest ?? ''].filter(Boolean);
  const quoted: string[] = [];
  while (pieces.length > 0 && quoted.join(': ').length < ENOUGH) {
    const piece = pieces.pop() as string;
    // A message that contains the rest of its chain, such as a plugin's output, is quoted once.
    if (quoted.every((text) => piece.includes(text))) quoted.length = 0;
    quoted.unshift(piece);
  }
  return quoted.length === 0 ? null : { line, text: shorten(quoted.join(': ')) };
}

function shorten(text: string): string {
  return text.length > MAX_QUOTE
    ? `${text.slice(0, KEPT_START)} … ${text.slice(KEPT_START - MAX_QUOTE)}`
    : text;
}
