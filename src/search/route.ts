import { compile, guidesNaming, lookUp, open, type Catalog, type Link, type Matcher, type Report } from '../engine/index.ts';

/** What the engine finds in a text: a log that it knows, one message, another program's log, or nothing. */
export type Route = { kind: 'log' | 'message'; guides: string[]; entries: string[]; literal: number; isOneMessage: boolean } | { kind: 'foreign' } | { kind: 'words' };

/** Literal characters that a message has to share with a text. */
const ENOUGH = 12;

/** How the agent prints a cause; a message that comes without its line is read in these, so that the engine weighs its links. */
const DRESSES = ['WARNING <command> ', 'WARNING <command> Get "https://api.mackerelio.com/": '];

/** Make the decision for a catalog. The engine is named here and nowhere else, so that only what the search needs of it is loaded. */
export function routeBy(catalog: Catalog): (text: string, isLog: boolean) => Route {
  const matcher = compile(catalog);
  return (text, isLog) => route(matcher, text, isLog);
}

/** Decide what a query is by what the engine finds in it. */
export function route(matcher: Matcher, text: string, isLog: boolean): Route {
  const report = diagnose(matcher, text);
  if (report.product !== null && (report.answers.length > 0 || isLog)) {
    const evidence = report.answers.flatMap((answer) => answer.evidence).flatMap((index) => report.findings[index] ?? []);
    const findings = evidence.length > 0 ? evidence : report.findings;
    const entries = entriesOf(findings.flatMap(({ chain }) => chain));
    const guides = report.answers.map(({ guide }) => guide);
    return { kind: 'log', guides: guides.length > 0 ? guides : guidesNaming(matcher, entries), entries, literal: Infinity, isOneMessage: false };
  }
  const chain = lookUp(matcher, text);
  if (chain && chain.literal >= ENOUGH && chain.literal * wideness(text, isLog) > text.trim().length) {
    const entries = entriesOf(chain.links);
    const dressed = entries.length > 1 ? DRESSES.map((dress) => diagnose(matcher, dress + text.trim()).answers.map(({ guide }) => guide)).find((answers) => answers.length > 0) : undefined;
    return { kind: 'message', guides: dressed ?? guidesNaming(matcher, entries), entries, literal: chain.literal, isOneMessage: entries.length === 1 && chain.literal * 1.6 > text.trim().length };
  }
  return isLog && text.length > 60 ? { kind: 'foreign' } : { kind: 'words' };
}

/** How many times longer than the message a text around it may be: the line of another program says much that the message does not. */
function wideness(text: string, isLog: boolean): number {
  return isLog ? 3 : /mackerel|[\u3041-\u30fe\u4e00-\u9fff]/i.test(text) ? 10 : 4;
}

function diagnose(matcher: Matcher, text: string): Report {
  const diagnosis = open(matcher);
  diagnosis.push(new TextEncoder().encode(text));
  return diagnosis.close();
}

/** The entries of links, why before what it led to, each once. */
function entriesOf(links: Link[]): string[] {
  return [...new Set(links.map(({ entry }) => entry).reverse())];
}
