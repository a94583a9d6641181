import { answer, compile, lookUp, type Matcher } from '../../engine/index.ts';
import type { CatalogFile } from '../../model/catalog.ts';
import type { SettingsByProduct } from '../../model/settings.ts';

/**
 * The engine's classification of a text: a known log, one message, another program's log, or none
 * of these (words).
 */
export type Route =
  | {
      kind: 'log' | 'message';
      guides: string[];
      entries: string[];
      literal: number;
      isOneMessage: boolean;
    }
  /**
   * A configuration or the output of a command, with the guides for its faults; null if its words
   * have to find them.
   */
  | { kind: 'file'; guides: string[] | null }
  /** Whether the lines are the product's own, although no entry knows them. */
  | { kind: 'foreign'; isOurs: boolean }
  | { kind: 'words' };

/** A text in which the engine found something. */
export type KnownRoute = Extract<Route, { entries: string[] }>;

/** Classifies a text; `isLog` says that it looks like lines of a log or a file. */
export type Router = (text: string, isLog: boolean) => Promise<Route>;

/** A shorter text with the header of a log line is a question about the header. */
const MIN_FOREIGN = 60;

/** Least number of literal characters that a message must share with a text. */
const MIN_LITERAL = 12;

const JAPANESE = /[\u3041-\u30fe\u4e00-\u9fff]/;

/**
 * Go's names of Windows system calls, each with an address such as Go prints before it, which is
 * missing if only the cause was copied.
 */
const CALLS = [
  ['connectex', 'dial tcp 192.0.2.1:443: '],
  ['wsarecv', 'read tcp 192.0.2.1:49152->192.0.2.2:443: '],
  ['wsasend', 'write tcp 192.0.2.1:49152->192.0.2.2:443: '],
] as const;

/**
 * Compile a catalog into a router. Only this file imports the engine, so that a search without it
 * does not load it.
 */
export function createRouter(
  catalog: CatalogFile,
  loadSettings: () => Promise<SettingsByProduct>,
): Router {
  const matcher = compile(catalog);
  return async (text, isLog) => {
    if (isLog && text.trim().includes('\n')) {
      const { inspectPaste } = await import('./inspect-paste.ts');
      const file = await inspectPaste(text, matcher, catalog.signs, loadSettings);
      if (file) return { kind: 'file', ...file };
    }
    return route(matcher, stripQuotes(text), isLog);
  };
}

/** Strip surrounding quotes and a trailing ellipsis. */
function stripQuotes(text: string): string {
  const [, , quoted = text] =
    /^\s*(["'`])(.*)\1\s*$/s.exec(text) ?? /^\s*([「『“])(.*)[」』”]\s*$/s.exec(text) ?? [];
  return quoted
    .trimEnd()
    .replace(/(?:…|\.{3})$/, '')
    .trimEnd();
}

function route(matcher: Matcher, text: string, isLog: boolean): Route {
  const log = answer(matcher, text);
  const known: Route | null =
    log && (log.isAnswered || isLog)
      ? { kind: 'log', ...log, literal: Infinity, isOneMessage: false }
      : null;
  // A log line without any findings may still be a fragment of a message.
  if (known && known.guides.length + known.entries.length > 0) return known;
  const [message] = messageCandidates(text)
    .flatMap((reading) => lookUp(matcher, reading) ?? [])
    .sort((a, b) => b.literal - a.literal);
  if (
    message &&
    message.literal >= MIN_LITERAL &&
    message.literal * maxLengthRatio(matcher, text, isLog) > text.trim().length
  ) {
    const isOneMessage = message.entries.length === 1 && message.literal * 1.6 > text.trim().length;
    return { kind: 'message', ...message, isOneMessage };
  }
  if (known) return known;
  return isLog && text.length > MIN_FOREIGN
    ? { kind: 'foreign', isOurs: log !== null }
    : { kind: 'words' };
}

/**
 * Return the ways to read a text as a message: as it is, without level and tag, without Japanese
 * around it, and with the address restored before a leading Windows call.
 */
function messageCandidates(text: string): string[] {
  const untag = (line: string): string =>
    line.trim().replace(/^(?:(?:INFO|WARNING|ERROR|CRITICAL) )?<[\w.]+> /, '');
  const untagged = untag(text);
  const [longest = ''] = untagged
    .split(/[\u3041-\u30fe\u4e00-\u9fff、。「」]+/)
    .sort((a, b) => b.length - a.length);
  const called = CALLS.filter(([call]) => untagged.startsWith(`${call}: `)).map(
    ([, address]) => address + untagged,
  );
  return [...new Set([text.trim(), untagged, untag(longest), ...called])].filter(
    (reading) => reading.length >= MIN_LITERAL,
  );
}

/**
 * Return how many times longer than the message the whole text may be; a longer one is probably
 * another program's.
 */
function maxLengthRatio({ products }: Matcher, text: string, isLog: boolean): number {
  const isOurs = products.some(({ product: { names } }) =>
    names.some((name) => text.includes(name)),
  );
  return !isLog && (isOurs || JAPANESE.test(text)) ? 10 : 3;
}
