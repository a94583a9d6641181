import { asHiragana } from './fold.ts';
import { distinctKeys, tokenize } from './tokens.ts';
import type { Token } from './tokenize-word.ts';

/**
 * The thesaurus as symptoms.json carries it: synonyms, words that imply others, and lists of names.
 */
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
  noise: string[];
  places: string[];
}

/** One way to name a concept in a text. */
export interface Pattern {
  /** Keys that must all appear in the text. */
  keys: string[];
  /** Hiragana to look for instead if there are no keys. */
  literal: string;
}

/** A concept: a meaning shared by several words. */
export interface Synonyms {
  key: string;
  patterns: Pattern[];
}

/**
 * The compiled thesaurus: the concepts that add synonyms to a query, and the names that distinguish
 * this product from others.
 */
export interface CompiledThesaurus {
  /** Concepts that a query names, … */
  fromQuery: Synonyms[];
  /** … and that a page names. They differ where a word implies another but not the reverse. */
  inDocument: Synonyms[];
  /** Conversion mistakes, with the word that was meant. */
  slips: ReadonlyMap<string, string>;
  /** Keys of one-word names of other programs. */
  others: ReadonlySet<string>;
  /** Names of other programs that consist of several words. */
  phrases: RegExp;
  /** Names of programs that run beside the product, unless they only appear in a response. */
  beside: RegExp;
  /** Names of platforms that the product runs on or is reached through. */
  around: RegExp;
  /** Words that mark a question as one about this product. */
  ours: readonly Pattern[];
  /** Names of the product, the official spelling first. */
  product: readonly string[];
  /** Addresses of the product's servers. */
  hosts: RegExp;
  /** Greetings and names of platforms, which are rarely part of a question. */
  noise: RegExp;
  /** Names of platforms, with their versions: they say where, and rarely what. */
  places: RegExp;
}

/** The fit of a synonym, and of a word that is only implied. */
const SAME = 0.9;
const ALSO = 0.6;
/**
 * If several words name a concept together, the concept counts as this share of a word, in addition
 * to those words.
 */
export const PHRASE_SHARE = 0.7;

/**
 * Contexts before a name that make it a bystander: a response status (who answered) or a
 * preposition (where or by what something is done).
 */
const BYSTANDER =
  '(?<!\\d)[45]\\d\\d(?!\\d).*|\\b(?:in|on|from|by|with|behind|via|after|since) (?:the |our |an? )?';

/** Verbs after で that make the name a means of access, and so the topic of the question. */
const REACHED = 'ログイン|接続|つな|繋|入れな';

/** Compile the thesaurus. */
export function compileThesaurus({
  same,
  also,
  slips,
  others,
  beside,
  around,
  ours,
  product,
  hosts,
  noise,
  places,
}: Thesaurus): CompiledThesaurus {
  const both = same.map((words, at) => conceptOf(`~${at}`, words));
  return {
    fromQuery: [...both, ...also.map(({ words }, at) => conceptOf(`~>${at}`, words))],
    inDocument: [...both, ...also.map(({ also: words }, at) => conceptOf(`~>${at}`, words))],
    slips: new Map(
      Object.entries(slips).flatMap(([word, typed]) => typed.map((slip) => [slip, word] as const)),
    ),
    others: new Set(
      distinctKeys(others.flatMap((name) => (name.includes(' ') ? [] : tokenize(name)))),
    ),
    phrases: namesOf(others.filter((name) => name.includes(' '))),
    beside: namesOf(beside, `|${BYSTANDER}`, '|で|の?(?:後|あと)'),
    around: new RegExp(namesOf(around, `|${BYSTANDER}`, `|で(?!${REACHED})|の?(?:後|あと)`), 'gi'),
    ours: patternsOf(ours),
    product,
    hosts: new RegExp(
      `(?:https?://)?(?:${hosts.map((host) => host.replaceAll('.', '\\.')).join('|') || '(?!)'})(?::\\d+)?`,
      'gi',
    ),
    noise: phrasesOf([...noise, ...places]),
    places: phrasesOf(places, '(?:[ -]?v?\\d+(?:\\.\\d+)*)?'),
  };
}

/** Build a pattern for phrases: Latin ones as whole words, Japanese ones anywhere. */
function phrasesOf(phrases: readonly string[], suffix = ''): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const [latin = '', japanese = ''] = [/^[\0-\x7f]/, /^[^\0-\x7f]/].map((script) =>
    longestFirst
      .filter((phrase) => script.test(phrase))
      .map((phrase) => phrase.replaceAll(' ', '[ -]?'))
      .join('|'),
  );
  return new RegExp(
    `(?<![\\w/.<>-])(?:${latin || '(?!)'})${suffix}(?![\\w-]|\\.\\w)|${japanese || '(?!)'}`,
    'gi',
  );
}

/** Return the tokens of a query with the keys of the concepts that each of them names. */
export function addSynonyms(
  text: string,
  own: readonly Token[],
  { fromQuery }: CompiledThesaurus,
): Token[] {
  const keys = distinctKeys(own);
  const plain = asHiragana(text.normalize('NFKC'));
  const named = fromQuery
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
  const widened = own.map((token): Token => {
    const meant = named.filter(({ pattern }) =>
      token.keys.some(([key]) => pattern.keys.includes(key)),
    );
    const measure = meant.findLast(({ pattern }) => pattern.keys.length === 1)?.key;
    // A negated word also names the concepts of the plain word, with the fit of its plain key.
    const fitOf = (pattern: Pattern): number =>
      Math.max(...token.keys.map(([key, fit]) => (pattern.keys.includes(key) ? fit : 0)));
    return {
      ...token,
      keys: [
        ...token.keys,
        ...meant.map(
          ({ key, pattern }) =>
            [key, (key.startsWith('~>') ? ALSO : SAME) * fitOf(pattern)] as const,
        ),
      ],
      rarityKey: measure,
    };
  });
  const spanning = new Set(
    named.flatMap(({ key, pattern }) => (pattern.keys.length === 1 ? [] : [key])),
  );
  return [
    ...widened,
    ...Array.from(spanning, (key): Token => ({
      keys: [[key, 1]],
      share: PHRASE_SHARE,
      isLatin: false,
    })),
  ];
}

/** Return whether hiragana text names a concept. */
export function namesSynonym(text: string, { fromQuery }: CompiledThesaurus): boolean {
  return fromQuery.some(({ patterns }) =>
    patterns.some((pattern) => pattern.keys.length === 0 && text.includes(pattern.literal)),
  );
}

/** Return whether a text names the product. */
export function namesProduct(text: string, { product }: { product: readonly string[] }): boolean {
  const plain = text.toLowerCase();
  return product.some((name) => plain.includes(name));
}

/**
 * Normalize the product's name to its official spelling and drop its server names, which appear in
 * messages of every kind; keep them if nothing else is left.
 */
export function normalizeNames(
  text: string,
  { product: [own = '', ...others], hosts }: CompiledThesaurus,
): string {
  const spelled = others.reduce((left, name) => left.replaceAll(name, ` ${own} `), text);
  const rest = spelled.replace(hosts, ' ');
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

/** Replace known conversion mistakes (homophones) by the words that were meant. */
export function fixConversionMistakes(text: string, { slips }: CompiledThesaurus): string {
  return [...slips].reduce((left, [slip, word]) => left.replaceAll(slip, word), text);
}

/** Return whether a text has a word that marks it as about this product. */
export function hasProductWord(text: string, { ours }: CompiledThesaurus): boolean {
  const keys = distinctKeys(tokenize(text));
  return ours.some((pattern) => isIn(pattern, keys, text.normalize('NFKC')));
}

function conceptOf(key: string, words: string[]): Synonyms {
  return { key, patterns: patternsOf(words) };
}

/** Build a pattern for names that are not part of a path, a tag or a longer name. */
function namesOf(names: readonly string[], notBehind = '', notBefore = ''): RegExp {
  return new RegExp(
    `(?<![\\w/.<>-]${notBehind})(?:${names.map(phraseOf).join('|') || '(?!)'})(?![\\w-]${notBefore})`,
    'i',
  );
}

/** Build the pattern of a name in either language, with any separator between its words. */
function phraseOf(name: string): string {
  return name.replaceAll(' ', '[ -]?の?').replace(/agent$/, '(?:agent|エージェント)');
}

function patternsOf(words: readonly string[]): Pattern[] {
  return words.map((word) => ({
    keys: tokenize(word).map(({ keys: [first] }) => first?.[0] ?? ''),
    literal: word.normalize('NFKC'),
  }));
}

function isIn({ keys, literal }: Pattern, present: readonly string[], text: string): boolean {
  return keys.length === 0 ? text.includes(literal) : keys.every((key) => present.includes(key));
}
