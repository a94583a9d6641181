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
   * A configuration or the output of a command, with the guides for its faults; null if the search
   * has to find them by the words of the text.
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

/** A message that is quoted as a whole. */
const QUOTED = /^["'`「『“](.*)["'`」』”]$/s;
/** A text more than this many times as long as the message in it is probably another program's. */
const MAX_RATIO = 3;

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
      const file = await inspectPaste(text, matcher, catalog.hints, loadSettings);
      if (file) return { kind: 'file', ...file };
    }
    return route(matcher, text, isLog);
  };
}

function route(matcher: Matcher, text: string, isLog: boolean): Route {
  const log = answer(matcher, text);
  const known: Route | null =
    log && (log.isAnswered || isLog)
      ? { kind: 'log', ...log, literal: Infinity, isOneMessage: false }
      : null;
  // A log line without any findings may still be a fragment of a message.
  if (known && known.guides.length + known.entries.length > 0) return known;
  const message = lookUp(matcher, text.trim().replace(QUOTED, '$1'));
  if (message && message.literal * MAX_RATIO > text.trim().length)
    return { kind: 'message', ...message, isOneMessage: message.entries.length === 1 };
  if (known) return known;
  return isLog && text.length > MIN_FOREIGN
    ? { kind: 'foreign', isOurs: log !== null }
    : { kind: 'words' };
}
