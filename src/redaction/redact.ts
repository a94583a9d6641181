/**
 * Replace private values, so that a log or a report can be sent to support.
 *
 * 1. Private values are found by their format and their context (find-private-values.ts).
 * 2. A value found once by its context is private wherever it appears as a whole word, unless it
 *    is a word of the product's own messages: a host named `agent` does not remove the word
 *    "agent" from the log.
 * 3. Equal values get the same stand-in, numbered by kind in order of appearance, so that
 *    relations stay visible.
 *
 * A stand-in fits the template hole that its value filled, so a redacted log gets the same
 * diagnosis as the original. Redacting twice changes nothing.
 */
import type { Catalog } from '../model/catalog.ts';
import { mapReportTexts, type Redactable } from './map-report-texts.ts';
import { STAND_IN_PATTERN, type PrivateKind } from './value-formats.ts';
import { decodePercent, withoutMarkdownEscapes, type View } from './decoded-views.ts';
import { findPrivateValues, normalizeInPlace } from './find-private-values.ts';
import { publicNames } from './public-names.ts';
import type { PrivateValue } from './secret-scanner.ts';

/** A replaced value and the number of its occurrences. */
export interface Replacement {
  kind: PrivateKind;
  standIn: string;
  value: string;
  count: number;
}

export interface Redacted<T extends Redactable> {
  redacted: T;
  /** In order of first appearance, including those left in the text. */
  replacements: Replacement[];
}

/**
 * Replace private values with stand-ins (`ip-1`, `host-2`), except those whose stand-in is in
 * `undone`, which does not change the numbers of the others. Also replace the values in `known`.
 *
 * Pass a log and its report together, so that a name found in one is replaced in both:
 * `redact(matcher, [log, report])`.
 */
export function redact<T extends Redactable>(
  matcher: { catalog: Catalog },
  subject: T,
  undone: ReadonlySet<string> = new Set(),
  known: readonly Replacement[] = [],
): Redacted<T> {
  const originals: string[] = [];
  const typed = new Set<number>();
  mapReportTexts(subject, (text, isTyped) => {
    if (isTyped) typed.add(originals.length);
    originals.push(text);
    return text;
  });
  const standIns = new StandIns(originals, known);
  const texts = redactTexts(
    { catalog: matcher.catalog, typed, standIns, views: [decodePercent], isOwn: () => false },
    originals,
  );
  let index = 0;
  const redacted = mapReportTexts(subject, () =>
    standIns.restore(texts[index++] ?? '', undone),
  ) as T;
  return { redacted, replacements: standIns.list() };
}

/** A text assembled from redacted parts and our own wording. */
export interface ComposedText {
  text: string;
  /** The same text assembled from empty parts; its words are ours and are never redacted. */
  ownWords: string;
}

/**
 * Redact a finished text once more, as the last step: replace the values in `known` (those already
 * replaced in its parts) and any other private value, including ones escaped by Markdown or a URL.
 */
export function redactComposed(
  matcher: { catalog: Catalog },
  { text, ownWords }: ComposedText,
  known: readonly Replacement[],
  undone: ReadonlySet<string>,
): Redacted<string> {
  const standIns = new StandIns([text], known);
  const [redacted = ''] = redactTexts(
    {
      catalog: matcher.catalog,
      typed: new Set(),
      standIns,
      views: [decodePercent, withoutMarkdownEscapes],
      isOwn: wordsOf(ownWords),
    },
    [text],
  );
  return { redacted: standIns.restore(redacted, undone), replacements: standIns.list() };
}

/** Return a predicate: whether a value appears in the text as a whole word, ignoring case. */
function wordsOf(text: string): (value: string) => boolean {
  const lowered = text.toLowerCase();
  const known = new Map<string, boolean>();
  return (value) => {
    let isFound = known.get(value);
    if (isFound === undefined) known.set(value, (isFound = hasWord(lowered, value.toLowerCase())));
    return isFound;
  };
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isWordCode(text.charCodeAt(at - 1)) && !isWordCode(text.charCodeAt(at + word.length)))
      return true;
  }
  return false;
}

/** The context of one redaction. */
interface Search {
  catalog: Catalog;
  /** Indexes of the texts that a person typed. */
  typed: ReadonlySet<number>;
  standIns: StandIns;
  /** Decoders that reveal escaped values. */
  views: readonly ((text: string) => View | null)[];
  isOwn: (value: string) => boolean;
}

/** Maximum number of passes; a replacement may expose another private value next to it. */
const MAX_ROUNDS = 4;

function redactTexts(search: Search, originals: readonly string[]): readonly string[] {
  let texts = originals;
  let last = originals;
  let learned = learn(search);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = replaceAll(search, texts, learned, round === 0 ? null : last);
    if (next === null) break;
    [last, texts] = [texts, next];
    // Values known by now have been replaced everywhere.
    learned = new Learned(publicNames(search.catalog).words);
  }
  const all = learn(search);
  return texts.map((text, index) =>
    search.views.reduce(
      (shown, view) => replaceInView(search, shown, view(shown), search.typed.has(index), all),
      text,
    ),
  );
}

/**
 * Replace all private values found in the texts; null if nothing changed. A text equal to its
 * version in `before` is not searched again.
 */
function replaceAll(
  search: Search,
  texts: readonly string[],
  learned: Learned,
  before: readonly string[] | null,
): string[] | null {
  const { standIns } = search;
  const found = texts.map((text, index) =>
    before?.[index] === text ? [] : findIn(search, text, search.typed.has(index)),
  );
  texts.forEach((text, index) =>
    found[index]?.forEach((value) => learned.add(value.kind, text.slice(value.from, value.to))),
  );
  if (learned.isEmpty && found.every(({ length }) => length === 0)) return null;
  let isChanged = false;
  const replaced = texts.map((text, index) => {
    const values = learned.addKnown(normalizeInPlace(text), found[index] ?? []);
    isChanged ||= values.length > 0;
    return replace(text, values, standIns);
  });
  return isChanged ? replaced : null;
}

function findIn({ catalog, isOwn }: Search, text: string, isTyped: boolean): PrivateValue[] {
  return findPrivateValues(text, publicNames(catalog), isTyped).filter(
    ({ from, to }) => !isOwn(text.slice(from, to)),
  );
}

/** Collect all values replaced so far, to find them wherever they appear. */
function learn({ catalog, standIns, isOwn }: Search): Learned {
  const learned = new Learned(publicNames(catalog).words);
  for (const { kind, value } of standIns.list()) if (!isOwn(value)) learned.add(kind, value);
  return learned;
}

/** Replace values in a text. If a view is given, their positions refer to the view. */
function replace(
  text: string,
  values: readonly PrivateValue[],
  standIns: StandIns,
  view: View | null = null,
): string {
  const shown = view?.text ?? text;
  let done = 0;
  const pieces = values.map(({ kind, from, to }) => {
    const before = text.slice(done, view ? view.offsets[from] : from);
    done = view ? (view.offsets[to] ?? text.length) : to;
    return before + standIns.standInFor(kind, shown.slice(from, to));
  });
  return pieces.join('') + text.slice(done);
}

/** Replace private values that only a decoded view of the text reveals. */
function replaceInView(
  search: Search,
  text: string,
  view: View | null,
  isTyped: boolean,
  learned: Learned,
): string {
  if (view === null) return text;
  const found = findIn(search, view.text, isTyped);
  for (const { kind, from, to } of found) learned.add(kind, view.text.slice(from, to));
  const values = learned.addKnown(normalizeInPlace(view.text), found);
  return replace(text, values, search.standIns, view);
}

const ANY_CASE: ReadonlySet<PrivateKind> = new Set(['host', 'ip', 'mac', 'mail']);

const keyOf = (kind: PrivateKind, value: string): string =>
  ANY_CASE.has(kind) ? value.toLowerCase() : value;

/** Assigns stand-ins; skips numbers that already appear in the texts. */
class StandIns {
  readonly #taken = new Set<string>();
  readonly #next = new Map<PrivateKind, number>();
  readonly #byValue = new Map<string, Replacement>();

  constructor(texts: readonly string[], known: readonly Replacement[]) {
    for (const text of texts)
      for (const [word] of text.matchAll(STAND_IN_PATTERN)) this.#taken.add(word);
    for (const replacement of known) {
      this.#taken.add(replacement.standIn);
      this.#byValue.set(keyOf(replacement.kind, replacement.value), { ...replacement });
    }
  }

  standInFor(kind: PrivateKind, value: string): string {
    // The first occurrence decides the kind, so that one value never has two stand-ins.
    const key = keyOf(kind, value);
    let replacement = this.#byValue.get(key);
    if (!replacement) {
      let number = this.#next.get(kind) ?? 1;
      while (this.#taken.has(`${kind}-${number}`)) number++;
      this.#next.set(kind, number + 1);
      replacement = { kind, standIn: `${kind}-${number}`, value, count: 0 };
      this.#byValue.set(key, replacement);
    }
    replacement.count++;
    return replacement.standIn;
  }

  /** Put back the values whose stand-ins are in `undone`. */
  restore(text: string, undone: ReadonlySet<string>): string {
    if (undone.size === 0) return text;
    const values = new Map(this.list().map(({ standIn, value }) => [standIn, value]));
    return text.replace(STAND_IN_PATTERN, (standIn) =>
      undone.has(standIn) ? (values.get(standIn) ?? standIn) : standIn,
    );
  }

  list(): Replacement[] {
    return [...this.#byValue.values()];
  }
}

interface TrieNode {
  next: Map<number, TrieNode>;
  kind: PrivateKind | null;
  /** A short word or an address: not matched inside a longer name such as `web-data`. */
  isWhole: boolean;
  /** A user whose name is too short or too common a word: matched only in a login, `app@shop`. */
  isLogin: boolean;
  /** Too unlikely to occur by chance: matched inside words too. */
  isSecret: boolean;
}

const trieNode = (): TrieNode => ({
  next: new Map(),
  kind: null,
  isWhole: false,
  isLogin: false,
  isSecret: false,
});

const SECRETS: ReadonlySet<PrivateKind> = new Set(['key', 'token', 'password']);
/** Length limits, in characters, of the values that are searched for. */
const MAX_LEARNED = 512;
const MIN_LENGTH: Partial<Record<PrivateKind, number>> = { host: 3, user: 3 };
const MIN_PLAIN = 4;
/** From this length on, a word of letters is also matched in longer names: `tanaka.log`. */
const MIN_JOINED = 5;
const MIN_SECRET = 10;
/** Minimum length of a line of a multi-line secret. */
const MIN_LINE = 16;

/** A trie of known private values, to find them where no context marks them. */
class Learned {
  readonly #root = trieNode();
  /** First characters of the secrets, as lower-case character codes. */
  readonly #secretStarts = new Set<number>();
  readonly #ownWords: ReadonlySet<string>;

  constructor(words: ReadonlySet<string>) {
    this.#ownWords = words;
  }

  get isEmpty(): boolean {
    return this.#root.next.size === 0;
  }

  add(kind: PrivateKind, value: string): void {
    if (value.includes('\n')) {
      for (const line of value.split('\n'))
        if (line.length >= MIN_LINE) this.add(kind, line.trim());
      return;
    }
    // Names of plugins and metrics have hyphens where host names have dots.
    if (kind === 'host' && value.includes('.')) this.add(kind, value.replaceAll('.', '-'));
    const isPlain = /^[a-z]+$/i.test(value);
    const isLogin =
      value.length < (isPlain ? MIN_PLAIN : (MIN_LENGTH[kind] ?? 6)) ||
      this.#ownWords.has(value.toLowerCase());
    if (
      value.length > MAX_LEARNED ||
      /^\d{1,9}$/.test(value) ||
      (isLogin && (kind !== 'user' || value === ''))
    )
      return;
    let node = this.#root;
    const letters = lowerAscii(value);
    for (let at = 0; at < letters.length; at++) {
      const code = letters.charCodeAt(at);
      let next = node.next.get(code);
      if (!next) node.next.set(code, (next = trieNode()));
      node = next;
    }
    node.kind ??= kind;
    node.isLogin = isLogin;
    node.isWhole = (isPlain && value.length < MIN_JOINED) || kind === 'ip';
    node.isSecret = SECRETS.has(kind) && !isPlain && value.length >= MIN_SECRET;
    if (node.isSecret) this.#secretStarts.add(letters.charCodeAt(0));
  }

  /** Merge the values found in a text with the occurrences of known values, in order. */
  addKnown(text: string, found: PrivateValue[]): PrivateValue[] {
    if (this.isEmpty) return found;
    const letters = lowerAscii(text);
    const all: PrivateValue[] = [];
    let index = 0;
    let inWord = false;
    for (let at = 0; at < text.length;) {
      const next = found[index];
      if (next && at === next.from) {
        all.push(next);
        index++;
        at = next.to;
        inWord = isWordCode(text.charCodeAt(at - 1));
        continue;
      }
      const mayBegin =
        !inWord || (this.#secretStarts.size > 0 && this.#secretStarts.has(letters.charCodeAt(at)));
      const value = mayBegin ? this.#match(letters, at, next?.from ?? text.length, inWord) : null;
      if (value) all.push(value);
      const end = value ? value.to : at + 1;
      inWord = isWordCode(text.charCodeAt(end - 1));
      at = end;
    }
    return all;
  }

  /** Find the longest known value that begins at `from` of a text in lower case. */
  #match(text: string, from: number, limit: number, inWord: boolean): PrivateValue | null {
    let node: TrieNode | undefined = this.#root;
    let best: PrivateValue | null = null;
    for (let at = from; at < limit && node;) {
      node = node.next.get(text.charCodeAt(at++));
      if (!node?.kind || (!node.isSecret && (inWord || isWordCode(text.charCodeAt(at))))) continue;
      if (
        (node.isWhole || node.isLogin) &&
        (isJoint(text.charCodeAt(from - 1)) ||
          (isJoint(text.charCodeAt(at)) && isWordCode(text.charCodeAt(at + 1))))
      )
        continue;
      if (node.isLogin && !/^@\w/.test(text.slice(at, at + 2))) continue;
      best = { kind: node.kind, from, to: at };
    }
    return best;
  }
}

/** Convert only ASCII letters to lower case: others may change the length of a text. */
const lowerAscii = (text: string): string =>
  text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
const isWordCode = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
/** Return whether a character joins two words into one name: `.`, `_` or `-`. */
const isJoint = (code: number): boolean => code === 46 || code === 95 || code === 45;
