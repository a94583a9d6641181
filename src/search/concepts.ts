import { asHiragana } from './fold.ts';
import { keysOf, units, type Unit } from './units.ts';

/** The thesaurus as titles.json carries it: words for the same thing, and words that also ask for others. */
export interface Thesaurus {
  same: string[][];
  also: { words: string[]; also: string[] }[];
  slips: Record<string, string[]>;
  others: string[];
  beside: string[];
  around: string[];
  ours: string[];
  product: string[];
  hosts: string[];
}

/** How a text can name a concept. */
export interface Pattern {
  /** All of these keys stand in the text, … */
  keys: string[];
  /** … or, where there are none, this hiragana. */
  literal: string;
}

/** A meaning that several words have. */
export interface Concept {
  key: string;
  patterns: Pattern[];
}

/** What people may ask about beyond their own words, and what there is to find. */
export interface Concepts {
  asked: Concept[];
  found: Concept[];
  /** What is typed by mistake, with the word that it is. */
  slips: ReadonlyMap<string, string>;
  /** Keys of the names of other programs, … */
  others: ReadonlySet<string>;
  /** … and what is one of theirs only as a whole. */
  phrases: RegExp;
  /** Names of programs that run beside the product, but for those that show in an answer. */
  beside: RegExp;
  /** Names of what it runs on, or is reached through. */
  around: RegExp;
  /** What a question of this product has. */
  ours: readonly Pattern[];
  /** What the product is called, its own spelling first. */
  product: readonly string[];
  /** An address of its servers. */
  hosts: RegExp;
}

/** How well a word fits another of the same meaning. */
const SAME = 0.9;
const ALSO = 0.6;
/** What several words say together is a meaning of its own, beside theirs; how much of a word it is. */
export const SPANNING = 0.7;

/** Behind the status of an answer stands who gave it, and behind a preposition where or by what something is done: a question is about neither. */
const BYSTANDER =
  '(?<!\\d)[45]\\d\\d(?!\\d).*|\\b(?:in|on|from|by|with|behind|via|after|since) (?:the |our |an? )?';

/** Behind で, what is reached with a name and not done with it. */
const REACHED = 'ログイン|接続|つな|繋|入れな';

/** Make the concepts of a thesaurus. */
export function conceptsOf({
  same,
  also,
  slips,
  others,
  beside,
  around,
  ours,
  product,
  hosts,
}: Thesaurus): Concepts {
  const both = same.map((words, at) => conceptOf(`~${at}`, words));
  return {
    asked: [...both, ...also.map(({ words }, at) => conceptOf(`~>${at}`, words))],
    found: [...both, ...also.map(({ also: words }, at) => conceptOf(`~>${at}`, words))],
    slips: new Map(
      Object.entries(slips).flatMap(([word, typed]) => typed.map((slip) => [slip, word] as const)),
    ),
    others: new Set(keysOf(others.flatMap((name) => (name.includes(' ') ? [] : units(name))))),
    phrases: namesOf(others.filter((name) => name.includes(' '))),
    beside: namesOf(beside, `|${BYSTANDER}`, '|で|の?(?:後|あと)'),
    around: new RegExp(namesOf(around, `|${BYSTANDER}`, `|で(?!${REACHED})|の?(?:後|あと)`), 'gi'),
    ours: patternsOf(ours),
    product,
    hosts: new RegExp(
      `(?:https?://)?(?:${hosts.map((host) => host.replaceAll('.', '\\.')).join('|') || '(?!)'})(?::\\d+)?`,
      'gi',
    ),
  };
}

/** Add to the units of what somebody asks the keys of the concepts that it names, in place. */
export function widen(text: string, own: readonly Unit[], { asked }: Concepts): Unit[] {
  const keys = keysOf(own);
  const plain = asHiragana(text.normalize('NFKC'));
  const named = asked
    .flatMap(({ key, patterns }) =>
      patterns
        .filter((pattern) => isIn(pattern, keys, plain))
        .map((pattern) => ({
          key,
          pattern,
          at: pattern.keys.length === 0 ? keys.length : keys.indexOf(pattern.keys[0] ?? ''),
        })),
    )
    .sort((a, b) => a.at - b.at);
  const widened = own.map((unit): Unit => {
    const meant = named.filter(({ pattern }) =>
      unit.keys.some(([key]) => pattern.keys.includes(key)),
    );
    const measure = meant.findLast(({ pattern }) => pattern.keys.length === 1)?.key;
    // What is denied also names the meanings of the word itself, as well as it is found by that.
    const fitOf = (pattern: Pattern): number =>
      Math.max(...unit.keys.map(([key, fit]) => (pattern.keys.includes(key) ? fit : 0)));
    return {
      ...unit,
      keys: [
        ...unit.keys,
        ...meant.map(
          ({ key, pattern }) =>
            [key, (key.startsWith('~>') ? ALSO : SAME) * fitOf(pattern)] as const,
        ),
      ],
      measure,
    };
  });
  const spanning = new Set(
    named.flatMap(({ key, pattern }) => (pattern.keys.length === 1 ? [] : [key])),
  );
  return [
    ...widened,
    ...Array.from(spanning, (key): Unit => ({ keys: [[key, 1]], share: SPANNING, isLatin: false })),
  ];
}

/** Whether a text of hiragana names a concept. */
export function namesConcept(text: string, { asked }: Concepts): boolean {
  return asked.some(({ patterns }) =>
    patterns.some((pattern) => pattern.keys.length === 0 && text.includes(pattern.literal)),
  );
}

/** Whether a text names the product. */
export function namesProduct(text: string, { product }: { product: readonly string[] }): boolean {
  const plain = text.toLowerCase();
  return product.some((name) => plain.includes(name));
}

/** A text with the product's name as it is written, and without its servers' unless there is nothing else: those stand in messages of every kind, and tell none from another. */
export function settleNames(
  text: string,
  { product: [own = '', ...others], hosts }: Concepts,
): string {
  const spelled = others.reduce((left, name) => left.replaceAll(name, ` ${own} `), text);
  const rest = spelled.replace(hosts, ' ');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/** A text as it was meant: without words that were converted to others that sound alike. */
export function mendSlips(text: string, { slips }: Concepts): string {
  return [...slips].reduce((left, [slip, word]) => left.replaceAll(slip, word), text);
}

/** Whether a text has a word of the product. */
export function isOurs(text: string, { ours }: Concepts): boolean {
  const keys = keysOf(units(text));
  return ours.some((pattern) => isIn(pattern, keys, text.normalize('NFKC')));
}

function conceptOf(key: string, words: string[]): Concept {
  return { key, patterns: patternsOf(words) };
}

/** Names as they stand in a text: not in a path, a tag or a longer name. */
function namesOf(names: readonly string[], notBehind = '', notBefore = ''): RegExp {
  return new RegExp(
    `(?<![\\w/.<>-]${notBehind})(?:${names.map(phraseOf).join('|') || '(?!)'})(?![\\w-]${notBefore})`,
    'i',
  );
}

/** A phrase in either language, whatever stands between its words. */
function phraseOf(name: string): string {
  return name.replaceAll(' ', '[ -]?の?').replace(/agent$/, '(?:agent|エージェント)');
}

function patternsOf(words: readonly string[]): Pattern[] {
  return words.map((word) => ({
    keys: units(word).map(({ keys: [first] }) => first?.[0] ?? ''),
    literal: word.normalize('NFKC'),
  }));
}

function isIn({ keys, literal }: Pattern, present: readonly string[], text: string): boolean {
  return keys.length === 0 ? text.includes(literal) : keys.every((key) => present.includes(key));
}
