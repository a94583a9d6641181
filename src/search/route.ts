import { guidesNaming, lookUp, open, type Link, type Matcher } from '../engine/index.ts';

/** What a text is: a log that the engine knows, a message in a text, another program's log, or words. */
export type Route = { kind: 'log' | 'message'; guides: string[]; entries: string[] } | { kind: 'foreign' } | { kind: 'words' };

/** Literal characters that a message has to share with a text that is not a log. */
const ENOUGH = 12;

/** Whether a text looks like lines of a log: it must then never reach an address, a history or a store. */
export function looksLikeLog(text: string): boolean {
  return text.includes('\n') || text.length > 200 || /\d{2}:\d{2}:\d{2}|^\W*[A-Z][a-z]{2} [ \d]\d \d|\b(?:INFO|WARNING|ERROR|CRITICAL|DEBUG) (?:<|\w+:)|"(?:log|message)":/.test(text);
}

/** Decide what a query is by what the engine finds in it. */
export function route(matcher: Matcher, text: string): Route {
  const diagnosis = open(matcher);
  diagnosis.push(new TextEncoder().encode(text));
  const report = diagnosis.close();
  const isLog = looksLikeLog(text);
  if (report.product !== null && (report.answers.length > 0 || isLog)) {
    const evidence = report.answers.flatMap((answer) => answer.evidence).flatMap((index) => report.findings[index] ?? []);
    const findings = evidence.length > 0 ? evidence : report.findings;
    const entries = entriesOf(findings.flatMap(({ chain }) => chain));
    const guides = report.answers.map(({ guide }) => guide);
    return { kind: 'log', guides: guides.length > 0 ? guides : guidesNaming(matcher, entries), entries };
  }
  const chain = lookUp(matcher, text);
  if (chain && chain.literal >= ENOUGH && (!isLog || chain.literal * 3 > text.trim().length)) {
    const entries = entriesOf(chain.links);
    return { kind: 'message', guides: guidesNaming(matcher, entries), entries };
  }
  return isLog && text.length > 60 ? { kind: 'foreign' } : { kind: 'words' };
}

/** The entries of links, why before what it led to, each once. */
function entriesOf(links: Link[]): string[] {
  return [...new Set(links.map(({ entry }) => entry).reverse())];
}
