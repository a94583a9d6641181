import type { Answer, Finding, Report } from '../model/report.ts';
import type { InspectedReport } from '../model/inspection.ts';
import type { Language } from '../model/languages.ts';
import type { EntryText, ReportTexts } from '../model/words.ts';
import { sentences } from '../i18n/sentences.ts';
import {
  applicableSteps,
  decidesCause,
  MAX_OPEN,
  openCauses,
  possibleCauses,
  provenCause,
} from './applicable-parts.ts';
import {
  decisiveLine,
  fillSentence,
  findingsOf,
  isShowable,
  isValueCutOff,
  joinSentences,
  MEANING,
  shortTitle,
  splitSentences,
  valuesFromFindings,
  valuesInSentence,
  type LogValues,
} from './format/index.ts';
import { oncePerAnswer } from './once-per-answer.ts';

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
  /** The first sentence of the cause, if it is short enough for a headline. */
  headline: string | null;
  /** The cause without its headline. */
  detail: string | null;
  quote: Quote | null;
  summary: string | null;
  /** The titles of the possible causes, if the summary lists them. */
  open: string[] | null;
}

/** A sentence into which values of the log were filled. */
interface Filled {
  text: string;
  /** The sentence with its holes. */
  template: string;
  values: string[];
  /** The finding that it is about. */
  finding?: Finding;
}

/** Maximum length of a headline in characters, before values are filled in. */
const MAX_HEADLINE: Record<Language, number> = { en: 160, ja: 80 };
/** Maximum number of sentences about the cause in a verdict. */
const MAX_CAUSES = 3;
/** Links of the chain are added to a quote, from the last one, until it has so many characters. */
const MIN_QUOTE = 70;
const MAX_QUOTE = 220;
/** Fewer characters than this are not replaced by an ellipsis. */
const MIN_OMITTED = 20;
/** Characters kept at the start of a longer quote. The end, which mostly decides, gets the rest. */
const KEPT_START = 70;

/** Describe an answer for the verdict. */
export const describeAnswer = oncePerAnswer(makeDescription);

function makeDescription(
  answer: Answer,
  report: InspectedReport,
  words: ReportTexts,
): AnswerDescription {
  const text = sentences[words.language].report;
  const { title, summary } = words.guides[answer.guide] ?? { title: answer.guide, summary: '' };
  const findings = decisiveFindings(answer, report);
  const isPossible = answer.confidence === 'possible';
  const known = causeSentences(answer, findings, report, words);
  const said = mergeAlike(
    known.length > 0 || !isPossible ? known : knownPartOf(findings[0], words),
    words,
  );
  const cause = joinFilled(said, words);
  const open = openCauses(answer, words).map((possible) => possible.title);
  // Do not list the causes if a sentence describes the cause, unless the evidence itself names
  // several.
  const isOpen =
    open.length > 0 && open.length <= MAX_OPEN && (cause === null || answer.causes.length > 0);
  const proven = cause === null ? undefined : provenCause(answer, words)?.title;
  const short = proven || (cause === null && !isOpen ? title : shortTitle(title));
  const [headline, ...rest] = said;
  const hasHeadline = headline !== undefined && isBrief(headline, words.language);
  const afterHeadline = cause === proven ? null : hasHeadline ? joinFilled(rest, words) : cause;
  const notes = [
    ...(isCutOff(answer, report) ? [text.cutOff] : []),
    ...(hasHeadline && isPossible ? [text.mayFit(short)] : []),
  ];
  return {
    sentence: isPossible ? text.couldBe(short) : short,
    cause: cause === proven ? null : cause,
    headline: hasHeadline ? firstSentence(headline.text, words.language) : null,
    detail:
      notes.length === 0
        ? afterHeadline
        : joinSentences([afterHeadline ?? [], notes].flat(), words.language),
    quote: quoteOf(headline?.finding ?? findings[0]),
    summary: isOpen
      ? describeOpenCause(answer, open, report, words)
      : cause !== null
        ? null
        : summary || null,
    open: isOpen ? open : null,
  };
}

/**
 * Describe a finding that no guide answers by the meaning of its message, or of the part of it that
 * is known; null if there is none.
 */
export function describeFinding(
  index: number,
  report: InspectedReport,
  words: ReportTexts,
): Pick<AnswerDescription, 'sentence' | 'cause' | 'quote'> | null {
  const finding = report.findings[index];
  const [first, ...rest] = finding
    ? (meaningOf({ ...finding, role: 'cause' }, words)?.said ?? knownPartOf(finding, words))
    : [];
  if (!finding || !first) return null;
  return { sentence: first.text, cause: joinFilled(rest, words), quote: quoteOf(finding) };
}

/** Say what is wrong in one line: the cause, as far as the log shows it. */
export function faultSentence(answer: Answer, report: InspectedReport, words: ReportTexts): string {
  const { sentence, cause } = describeAnswer(answer, report, words);
  return cause ?? sentence;
}

/**
 * Return whether an answer is only possible because its lines end before their messages do, and the
 * report asks for the whole lines.
 */
export function isCutOff({ confidence, evidence }: Answer, report: Report): boolean {
  return (
    confidence === 'possible' &&
    report.missing.includes('whole-line') &&
    findingsOf(report, evidence).every(({ breaksOff }) => breaksOff)
  );
}

/** List the possible causes, and say so if the first step finds out which one it is. */
function describeOpenCause(
  answer: Answer,
  titles: string[],
  report: InspectedReport,
  words: ReportTexts,
): string {
  const text = sentences[words.language].report;
  const steps = applicableSteps(answer, report, words);
  const fix = steps.findIndex((step) => !decidesCause(step, answer, words));
  // A report shows no steps if it asks for the whole lines instead.
  const deciding = isCutOff(answer, report) ? 0 : fix < 0 ? steps.length : fix;
  return joinSentences(
    [text.openCause(titles), ...(deciding > 0 ? [text.stepsTell(deciding)] : [])],
    words.language,
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
  const isSure = answer.confidence !== 'possible';
  // Messages that any program may print can still name their one cause.
  const isKnown = isSure || (answer.causes.length === 1 && !isCutOff(answer, report));
  const own = isKnown ? fillEach(answer, findings, report, words) : [];
  if (own.length > 0) return own;
  const meanings = findings.map((finding) => meaningOf(finding, words, answer.confidence));
  if (meanings.includes(null) || meanings.length === 0)
    return isSure && openCauses(answer, words).length === 0
      ? possibleCauses(answer, words).flatMap(({ title }) => unfilled(title))
      : [];
  const known = meanings.filter((meaning) => meaning !== null);
  // Of the same message, the sentence with values says more than the one without.
  const better = known.filter(({ isFilled }) => isFilled).map(({ entry }) => entry);
  return distinct(
    known
      .filter(({ entry, isFilled }) => isFilled || !better.includes(entry))
      .flatMap(({ said }) => said),
  );
}

/**
 * Fill in the sentence of the proven cause, or else of the guide, with the values of each finding.
 * If no finding has all values, fill it in once with the values of all findings. A finding without
 * the values is described by the meaning of its own message.
 */
function fillEach(
  answer: Answer,
  findings: Finding[],
  report: InspectedReport,
  words: ReportTexts,
): Filled[] {
  const open = openCauses(answer, words);
  const possible = possibleCauses(answer, words);
  const whole =
    open.length > 0
      ? words.guides[answer.guide]?.verdict
      : possible.length === 1
        ? possible[0]?.verdict
        : undefined;
  const fill = (template: string | undefined, about: Finding[]): Filled[] =>
    template === undefined
      ? []
      : fillSentences(template, valuesOf(about, report, words)).map((one) => ({
          ...one,
          ...(about[0] && { finding: about[0] }),
        }));
  const each = findings.map((finding) => {
    const causes =
      answer.causesByFinding[answer.evidence.indexOf(report.findings.indexOf(finding))] ?? [];
    // If the log proves several causes, each finding has its own.
    const template =
      open.length > 0 || causes.length !== 1
        ? whole
        : possible.find(({ id }) => id === causes[0])?.verdict;
    return { finding, causes, said: fill(template, [finding]) };
  });
  if (each.every(({ said }) => said.length === 0)) return fill(whole, findings);
  // If some findings prove a cause, leave out the sentences of findings that leave the cause open,
  // unless the sentences are equal.
  const proven = each.flatMap(({ causes, said }) =>
    causes.length === 1 ? said.map(({ text }) => text) : [],
  );
  const isSaid = ({ causes }: { causes: string[] }, text: string): boolean =>
    proven.length === 0 || causes.length < 2 || proven.includes(text);
  const kept = each.map((one) => ({
    ...one,
    said: one.said.filter(({ text }) => isSaid(one, text)),
  }));
  return distinct([
    ...kept.flatMap(({ said }) => said),
    ...kept.flatMap(({ finding, said }) =>
      said.length === 0 ? (meaningOf(finding, words)?.said ?? []) : [],
    ),
  ]);
}

/** Return the values of findings. `{meaning}` is what the last message of the first one means. */
function valuesOf(
  findings: Finding[],
  report: InspectedReport,
  words: ReportTexts,
): Pick<LogValues, 'find'> {
  const values = valuesFromFindings(findings, {}, report.findings);
  const find: LogValues['find'] = (holes, accepts) => {
    if (holes !== MEANING) return values.find(holes, accepts);
    const said = findings[0] ? meaningOf(findings[0], words)?.said : undefined;
    return said ? joinFilled(said, words) : null;
  };
  return { find };
}

/**
 * Fill a text with values, sentence by sentence; return none if a value is missing. Sentences that
 * are empty then, as `{hole | ''}` may be, are left out.
 */
function fillSentences(text: string, find: Pick<LogValues, 'find'>): Filled[] {
  const filled = splitSentences(text).map((template) => ({
    text: fillSentence(template, find),
    template,
    values: valuesInSentence(template, find) ?? [],
  }));
  const isComplete = filled.every((one): one is Filled => one.text !== null);
  return isComplete ? filled.filter(({ text }) => text !== '') : [];
}

/** Split a text without values into its sentences. */
function unfilled(text: string): Filled[] {
  return splitSentences(text).map((template) => ({ text: template, template, values: [] }));
}

function distinct(sentences: Filled[]): Filled[] {
  return [
    ...new Map(sentences.toReversed().map((filled) => [filled.text, filled])).values(),
  ].toReversed();
}

/**
 * If sentences differ only in one value, such as the name of a role, keep the first one and list
 * the other values after it.
 */
function mergeAlike(filled: Filled[], { language }: ReportTexts): Filled[] {
  const first = new Map(filled.toReversed().map((one) => [one.template, one]));
  const differs = ({ values, template }: Filled): string[] =>
    values.filter((value, at) => value !== first.get(template)?.values[at]);
  const isAlike = (one: Filled): boolean =>
    one !== first.get(one.template) && differs(one).length === 1;
  return filled.flatMap((one) => {
    if (isAlike(one)) return [];
    const others = filled.filter((other) => other.template === one.template && isAlike(other));
    if (one !== first.get(one.template) || others.length === 0) return [one];
    const same = sentences[language].report.sameFor([...new Set(others.flatMap(differs))]);
    return [one, ...unfilled(same)];
  });
}

/** Keep the first sentence of a long text: a value may be several sentences of another program. */
function firstSentence(text: string, language: Language): string {
  const [first = '', ...more] = splitSentences(text);
  return more.length > 0 && text.length > MAX_HEADLINE[language]
    ? `${first.replace(/[.。]$/, '')} …`
    : text;
}

/**
 * Return whether a sentence is short enough for a headline. Only the template counts, because the
 * length of a value must not change the layout of the report.
 */
function isBrief({ template }: Filled, language: Language): boolean {
  return template.replace(/\{[^{}]*\}/g, '').length <= MAX_HEADLINE[language];
}

/** Join sentences; return null if there are none. */
function joinFilled(filled: Filled[], words: ReportTexts): string | null {
  if (filled.length === 0) return null;
  const more = filled.length - MAX_CAUSES;
  return joinSentences(
    [
      ...filled.slice(0, MAX_CAUSES).map(({ text }) => text),
      ...(more > 0 ? [sentences[words.language].report.more(more)] : []),
    ],
    words.language,
  );
}

/**
 * Say what the known messages of a finding mean if unknown or missing text follows them. Messages
 * of other programs and informational ones do not describe a fault.
 */
function knownPartOf(finding: Finding | undefined, words: ReportTexts): Filled[] {
  const end = finding?.chain.findLast(({ entry }) => !words.entries[entry]?.vague);
  const known = end && words.entries[end.entry];
  if (!finding || !known || end.foreign || finding.role === 'info') return [];
  const filled = fillVerdict(known, finding.chain);
  if (filled.length > 0) return filled;
  // The other sentences say where in the line the reason is, but here it is unknown or missing.
  return unfilled(known.summary).slice(0, 1);
}

/** What a message means, sentence by sentence. */
interface Meaning {
  said: Filled[];
  entry: string;
  /** Whether it has the log's values. */
  isFilled: boolean;
}

/**
 * Return the meaning of the last message in a finding's chain that says what failed, with its
 * values. If unknown text follows, only a sentence with values is worth showing. Return null if the
 * message is unknown or in text of another program that proves nothing. Return null for an
 * informational one, too: it is evidence only because another message is missing.
 */
function meaningOf(
  { chain, rest, role, breaksOff }: Finding,
  words: ReportTexts,
  confidence: Answer['confidence'] = 'certain',
): Meaning | null {
  const end = chain.findLast(({ entry }) => !words.entries[entry]?.vague);
  const known = end && words.entries[end.entry];
  if (!known || role === 'info') return null;
  if (end.foreign && confidence !== 'certain' && breaksOff !== true) return null;
  const said = fillVerdict(known, chain);
  if (said.length > 0) return { said, entry: end.entry, isFilled: true };
  return rest === null && end === chain.at(-1)
    ? { said: unfilled(known.summary), entry: end.entry, isFilled: false }
    : null;
}

/** Fill an entry's verdict with the values of a chain; return none if one is missing. */
function fillVerdict({ verdict }: Pick<EntryText, 'verdict'>, chain: Finding['chain']): Filled[] {
  return verdict === undefined
    ? []
    : fillSentences(verdict, { find: (holes) => capturedIn(chain, holes) });
}

/** Find the value of the first of `holes` (`a | b`) in a chain, the innermost link first. */
function capturedIn(chain: Finding['chain'], holes: string): string | null {
  const names = holes.split(' | ');
  return (
    names
      .flatMap((name) =>
        isValueCutOff(chain, name)
          ? []
          : chain.toReversed().flatMap(({ captures }) => captures[name]?.[0] ?? []),
      )
      .find((text) => isShowable(decisiveLine(text))) ?? null
  );
}

/** Quote the end of a finding's message: its last link, and more links before a short one. */
function quoteOf(finding: Finding | undefined): Quote | null {
  const line = finding?.lines[0];
  if (!finding || line === undefined) return null;
  const { chain, text } = finding;
  let from = text.length;
  for (const link of chain.toReversed()) {
    const at = text.lastIndexOf(link.text);
    if (at >= 0) from = Math.min(from, at);
    if (text.length - from >= MIN_QUOTE) break;
  }
  const quoted = text.slice(from < text.length ? from : 0).trim();
  return quoted === '' ? null : { line, text: shorten(quoted) };
}

function shorten(text: string): string {
  return text.length > MAX_QUOTE + MIN_OMITTED
    ? `${text.slice(0, KEPT_START)} … ${text.slice(KEPT_START - MAX_QUOTE)}`
    : text;
}
