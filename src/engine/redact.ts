/**
 * What somebody may send to support without giving anything away.
 *
 * 1. Private values are found by their form and their place (private-values.ts).
 * 2. A value that its place has given away once is private wherever it stands as a whole word, unless it is a word of the product's
 *    own messages: a host that is called `agent` does not take the agent out of the log.
 * 3. Equal values get the same stand-in, numbered by kind in the order of the text: what belongs together still does.
 *
 * A stand-in fits the hole that its value stood in, so a redacted log is diagnosed as the original was; redacting twice changes nothing.
 */
import type { Catalog } from './catalog.ts';
import { STAND_INS, type Kind } from './redact/private-shapes.ts';
import { findPrivate, flatten } from './redact/private-values.ts';
import type { PrivateValue } from './redact/private-walk.ts';
import type { Finding, Link, Report } from './report.ts';
import { parseTemplate } from './template.ts';

/** A value that was taken out, and how often. */
export interface Replacement {
  kind: Kind;
  standIn: string;
  value: string;
  count: number;
}

/** A text that a person typed and no program printed: what is long and in one piece there can only be a secret. */
export interface Typed {
  typed: string;
}

/** A text, a report, or several of them, whose equal values get the same stand-in. */
export type Redactable = string | Typed | Report | readonly Redactable[];

export interface Redacted<T extends Redactable> {
  redacted: T;
  /** In the order of the first place of each; those that were left in are listed too. */
  replacements: Replacement[];
}

/**
 * Put stand-ins (`ip-1`, `host-2`) in the place of private values; the values of the stand-ins in `leave` stay. Numbers do not depend on
 * `leave`. A name that was seen in the log is known in the report too, so give both at once: `redact(matcher, [log, report])`.
 */
export function redact<T extends Redactable>(matcher: { catalog: Catalog }, subject: T, leave: ReadonlySet<string> = new Set()): Redacted<T> {
  const originals: string[] = [];
  const typed = new Set<number>();
  eachText(subject, (text, isTyped) => {
    if (isTyped) typed.add(originals.length);
    originals.push(text);
    return text;
  });
  const standIns = new StandIns(originals);
  let texts = originals;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = replaceAll(matcher.catalog, texts, typed, standIns);
    if (next === null) break;
    texts = next;
  }
  let index = 0;
  const redacted = eachText(subject, () => standIns.undo(texts[index++] ?? '', leave)) as T;
  return { redacted, replacements: standIns.list() };
}

/** Once a value is out, its neighbours may read otherwise; this many times at most. */
const MAX_ROUNDS = 4;

/** The texts with stand-ins for all that is found in them, or null where nothing is. */
function replaceAll(catalog: Catalog, texts: readonly string[], typed: ReadonlySet<number>, standIns: StandIns): string[] | null {
  const programs = catalog.products.flatMap((product) => product.programs);
  const words = ownWords(catalog);
  const found = texts.map((text, index) => findPrivate(text, programs, words, typed.has(index)));
  if (found.every(({ length }) => length === 0)) return null;
  const learned = new Learned(words);
  texts.forEach((text, index) => found[index]?.forEach((value) => learned.add(value.kind, text.slice(value.from, value.to))));
  return texts.map((text, index) => replace(text, learned.complete(flatten(text), found[index] ?? []), standIns));
}

function replace(text: string, values: readonly PrivateValue[], standIns: StandIns): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { kind, from, to } of values) {
    pieces.push(text.slice(at, from), standIns.of(kind, text.slice(from, to)));
    at = to;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(at);
}

/** Map the texts that come from a log; ids, states and times of a report are not of it. */
export function eachText(subject: Redactable, map: (text: string, isTyped?: boolean) => string): Redactable {
  if (typeof subject === 'string') return map(subject);
  if ('typed' in subject) return { typed: map(subject.typed, true) };
  if (isList(subject)) return subject.map((item) => eachText(item, map));
  const link = (of: Link): Link => ({
    ...of,
    text: map(of.text),
    captures: Object.fromEntries(Object.entries(of.captures).map(([name, values]) => [name, values.map((value) => map(value))])),
  });
  const finding = (of: Finding): Finding => ({ ...of, chain: of.chain.map(link), rest: of.rest === null ? null : map(of.rest) });
  return {
    ...subject,
    findings: subject.findings.map(finding),
    unknown: subject.unknown.map((line) => ({ ...line, template: map(line.template) })),
    hosts: subject.hosts.map((host) => map(host)),
    retired: subject.retired && { ...subject.retired, host: map(subject.retired.host) },
  };
}

function isList(subject: Redactable): subject is readonly Redactable[] {
  return Array.isArray(subject);
}

const ANY_CASE: ReadonlySet<Kind> = new Set(['host', 'ip', 'mac', 'mail']);

/** Gives out stand-ins; a number that stands in the texts already is not given again. */
class StandIns {
  readonly #taken = new Set<string>();
  readonly #next = new Map<Kind, number>();
  readonly #byValue = new Map<string, Replacement>();

  constructor(texts: readonly string[]) {
    for (const text of texts) for (const [word] of text.matchAll(STAND_INS)) this.#taken.add(word);
  }

  of(kind: Kind, value: string): string {
    // The first place decides the kind, so that one value never has two stand-ins.
    const key = ANY_CASE.has(kind) ? value.toLowerCase() : value;
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

  /** Put the values of some stand-ins back. */
  undo(text: string, leave: ReadonlySet<string>): string {
    if (leave.size === 0) return text;
    const values = new Map(this.list().map(({ standIn, value }) => [standIn, value]));
    return text.replace(STAND_INS, (standIn) => (leave.has(standIn) ? (values.get(standIn) ?? standIn) : standIn));
  }

  list(): Replacement[] {
    return [...this.#byValue.values()];
  }
}

interface Node {
  next: Map<number, Node>;
  kind: Kind | null;
  /** Letters only: it counts only as a word of its own. */
  isPlain: boolean;
}

/** They are found by their form wherever they stand. */
const BY_FORM: ReadonlySet<Kind> = new Set(['ip', 'mac', 'mail']);
/** Longest value that is looked for, and how short one may be. */
const MAX_LEARNED = 128;
const MIN_LENGTH: Partial<Record<Kind, number>> = { host: 3, user: 3 };
const MIN_PLAIN = 4;

/** Values whose place has given them away, to be found where nothing does. */
class Learned {
  readonly #root: Node = { next: new Map(), kind: null, isPlain: false };
  readonly #ownWords: ReadonlySet<string>;

  constructor(words: ReadonlySet<string>) {
    this.#ownWords = words;
  }

  add(kind: Kind, value: string): void {
    if (BY_FORM.has(kind)) return;
    const isPlain = /^[a-z]+$/i.test(value);
    if (value.length > MAX_LEARNED || value.length < (isPlain ? MIN_PLAIN : (MIN_LENGTH[kind] ?? 6)) || /^\d+$/.test(value)) return;
    if (this.#ownWords.has(value.toLowerCase())) return;
    let node = this.#root;
    for (let at = 0; at < value.length; at++) {
      const code = lower(value.charCodeAt(at));
      let next = node.next.get(code);
      if (!next) node.next.set(code, (next = { next: new Map(), kind: null, isPlain: false }));
      node = next;
    }
    node.kind ??= kind;
    node.isPlain = isPlain;
  }

  /** The values that were found in a text, with those that are learned. */
  complete(text: string, found: PrivateValue[]): PrivateValue[] {
    if (this.#root.next.size === 0) return found;
    const all: PrivateValue[] = [];
    let index = 0;
    let inWord = false;
    for (let at = 0; at < text.length; ) {
      const next = found[index];
      if (next && at === next.from) {
        all.push(next);
        index++;
        at = next.to;
        inWord = isWordCode(text.charCodeAt(at - 1));
        continue;
      }
      const value = inWord ? null : this.#match(text, at, next?.from ?? text.length);
      if (value) all.push(value);
      const end = value ? value.to : at + 1;
      inWord = isWordCode(text.charCodeAt(end - 1));
      at = end;
    }
    return all;
  }

  #match(text: string, from: number, limit: number): PrivateValue | null {
    let node: Node | undefined = this.#root;
    let best: PrivateValue | null = null;
    for (let at = from; at < limit && node; ) {
      node = node.next.get(lower(text.charCodeAt(at++)));
      if (!node?.kind || isWordCode(text.charCodeAt(at))) continue;
      if (node.isPlain && (isJoint(text.charCodeAt(from - 1)) || (isJoint(text.charCodeAt(at)) && isWordCode(text.charCodeAt(at + 1))))) continue;
      best = { kind: node.kind, from, to: at };
    }
    return best;
  }
}

const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);
const isWordCode = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
/** `.`, `_` and `-` make one name of two words. */
const isJoint = (code: number): boolean => code === 46 || code === 95 || code === 45;

const WORDS = new WeakMap<Catalog, ReadonlySet<string>>();
/** Folders of every system, which a user or a host may be called after. */
const FOLDERS = 'var etc opt usr run lib log logs bin sbin tmp mail spool local share home root proc dev sys conf plugins users windows system32 program files programdata'.split(' ');

/** The words that messages and evidence of a catalog are made of, in lower case. */
function ownWords(catalog: Catalog): ReadonlySet<string> {
  const known = WORDS.get(catalog);
  if (known) return known;
  const literals = catalog.entries.flatMap((entry) => entry.templates.flatMap(({ text }) => parseTemplate(text).filter((part) => typeof part === 'string')));
  const wanted = catalog.guides.flatMap((guide) => guide.evidence.flatMap(({ where, whereNot }) => [where, whereNot].flatMap((holes) => Object.values(holes ?? {}).flat())));
  const programs = catalog.products.flatMap((product) => [product.id, ...product.programs]);
  const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
  const tags = catalog.entries.flatMap((entry) => entry.templates.flatMap(({ tag }) => tag ?? []));
  const words = [...literals, ...tags, ...wanted].flatMap((text) => [text, ...text.split(/[^\w.-]+/), ...text.split(/[^A-Za-z0-9]+/)]);
  const all = new Set([...words, ...programs, ...levels, ...FOLDERS].map((word) => word.toLowerCase()));
  WORDS.set(catalog, all);
  return all;
}
