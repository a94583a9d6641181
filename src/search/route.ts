import {
  answer,
  compile,
  lookUp,
  type Catalog,
  type LookedUp,
  type Matcher,
} from '../engine/index.ts';
import { complete } from './complete.ts';

/** What the engine finds in a text: a log that it knows, one message, another program's log, or nothing. */
export type Route =
  | {
      kind: 'log' | 'message';
      guides: string[];
      entries: string[];
      literal: number;
      isOneMessage: boolean;
    }
  | { kind: 'foreign' }
  | { kind: 'words' };

/** Literal characters that a message has to share with a text. */
const ENOUGH = 12;

/** How many times longer a text may be that begins with a message of one guide, whose cause nobody knows. */
const OPEN = 6;
const CAUSE = /: \{(?:\w+:)?cause\}$/;
const REST = /\{(?:\w+:)?rest\}$/;

/** Calls that only Windows has and only Go names, with the address that stands before them: it is left out where the cause alone is copied. */
const CALLS = [
  ['connectex', 'dial tcp 192.0.2.1:443: '],
  ['wsarecv', 'read tcp 192.0.2.1:49152->192.0.2.2:443: '],
  ['wsasend', 'write tcp 192.0.2.1:49152->192.0.2.2:443: '],
] as const;

/** How a longer text ends changes little of what it says. */
const LONGEST_CUT = 5000;

/** How the agent prints a cause; a message that comes without its line is read in these, so that the engine weighs its links. */
const DRESSES = ['WARNING <command> ', 'WARNING <command> Get "https://api.mackerelio.com/": '];
/** Only commands are started so. */
const DRESSES_OF_COMMANDS = ['ERROR <cmdutil> RunCommand error. command: [x], error: ', ...DRESSES];
/** What an answer of the server is printed in is most often a refusal of values. */
const DRESSES_OF_ANSWERS = [
  'WARNING <command> Failed to post metrics value (will retry): ',
  ...DRESSES,
];

/** Make the decision for a catalog. The engine is named here and nowhere else, so that only what the search needs of it is loaded. */
export function routeBy(catalog: Catalog): (text: string, isLog: boolean) => Route {
  const matcher = compile(catalog);
  return (text, isLog) => route(matcher, text, isLog);
}

/** Decide what a query is by what the engine finds in it, or in the message that it was before it was cut off, where that tells more. */
export function route(matcher: Matcher, text: string, isLog: boolean): Route {
  const own = routeOf(matcher, text, isLog);
  if (text.length > LONGEST_CUT) return own;
  const bare = unwrap(text);
  const whole = complete(bare, matcher.beginnings, entriesOf(own).length > 0);
  // A sentence is the whole message, or goes on with a value: any hole takes a digit.
  const others = [
    ...(bare === text.trimEnd() ? [] : [bare]),
    ...(whole === null ? [] : [whole, `${whole}0`]),
  ];
  return (
    others
      .map((other) => routeOf(matcher, other, isLog))
      .find(
        (other) =>
          tellsMore(entriesOf(other), entriesOf(own)) ||
          tellsWhat(matcher, entriesOf(other), entriesOf(own)),
      ) ?? own
  );
}

/** A text without the quotes around it, and the dots for what was left out at its end. */
function unwrap(text: string): string {
  const [, , quoted = text] =
    /^\s*(["'`])(.*)\1\s*$/s.exec(text) ?? /^\s*([「『“])(.*)[」』”]\s*$/s.exec(text) ?? [];
  return quoted
    .trimEnd()
    .replace(/(?:…|\.{3})$/, '')
    .trimEnd();
}

function entriesOf(found: Route): string[] {
  return 'entries' in found ? found.entries : [];
}

/** Whether entries tell more than others: they name the first of those too, and one that is none of them. How many they are says nothing, as a known cause leaves out what it does not need. */
function tellsMore(entries: string[], [first, ...others]: string[]): boolean {
  return first === undefined
    ? entries.length > 0
    : entries.includes(first) &&
        entries.some((entry) => entry !== first && !others.includes(entry));
}

/** Whether entries name what others only know as the rest of a sentence, and are the same beside it. */
function tellsWhat(
  { entries: known }: Matcher,
  [first = '', ...others]: string[],
  [vague = '', ...rest]: string[],
): boolean {
  const textsOf = (entry: string): string[] =>
    (known.get(entry)?.templates ?? []).map(({ text }) => text);
  return (
    first !== vague &&
    others.join() === rest.join() &&
    textsOf(vague).some(
      (text) =>
        REST.test(text) && textsOf(first).some((other) => other.startsWith(text.replace(REST, ''))),
    )
  );
}

function routeOf(matcher: Matcher, text: string, isLog: boolean): Route {
  const log = answer(matcher, text);
  const known: Route | null =
    log && (log.isAnswered || isLog)
      ? {
          kind: 'log',
          guides: log.guides,
          entries: log.entries,
          literal: Infinity,
          isOneMessage: false,
        }
      : null;
  // The product's own line of which the engine tells nothing may be a piece of a message.
  if (known && known.guides.length + known.entries.length > 0) return known;
  const [message] = readings(text)
    .flatMap((reading) => {
      const found = lookUp(matcher, reading);
      return found ? [{ ...found, reading }] : [];
    })
    .sort((a, b) => b.literal - a.literal);
  if (
    message &&
    message.literal >= ENOUGH &&
    message.literal * Math.max(wideness(text, isLog), goesOn(matcher, message) ? OPEN : 0) >
      text.trim().length
  ) {
    const { entries, guides, literal, reading } = message;
    const dressed =
      entries.length > 1
        ? dressesOf(reading)
            .map((dress) => answer(matcher, dress + reading))
            .find((given) => given?.isAnswered && given.entries[0] === entries[0])
        : undefined;
    return {
      kind: 'message',
      guides: dressed?.guides ?? guides,
      entries,
      literal,
      isOneMessage: entries.length === 1 && literal * 1.6 > text.trim().length,
    };
  }
  return known ?? (isLog && text.length > 60 ? { kind: 'foreign' } : { kind: 'words' });
}

function dressesOf(message: string): string[] {
  return /^API request failed/.test(message)
    ? DRESSES_OF_ANSWERS
    : /^(?:exit code: \d+, )?fork\/exec /.test(message)
      ? DRESSES_OF_COMMANDS
      : DRESSES;
}

/** A text, and the message in it: without the level and tag that it was copied with, without what somebody wrote about it in Japanese, and with the address that the call of Windows at its head had before it. */
function readings(text: string): string[] {
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
    (reading) => reading.length >= ENOUGH,
  );
}

/** Whether a text begins with a message, and goes on with its cause: nothing of it stands around the message. */
function goesOn(
  { entries }: Matcher,
  { links: [first], guides, reading }: LookedUp & { reading: string },
): boolean {
  return (
    first !== undefined &&
    guides.length === 1 &&
    reading.startsWith(`${first.text}: `) &&
    (entries.get(first.entry)?.templates ?? []).some(({ text }) => CAUSE.test(text))
  );
}

/** How many times longer than the message a text around it may be: the line of another program says much that the message does not. */
function wideness(text: string, isLog: boolean): number {
  return isLog ? 3 : /mackerel|[\u3041-\u30fe\u4e00-\u9fff]/i.test(text) ? 10 : 4;
}
