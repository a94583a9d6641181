import type { Symptoms } from '../../model/words.ts';
import { tokenize } from './tokens.ts';

/** One way to name a concept in a text. */
export interface Pattern {
  /** Keys that must all appear in the text. */
  keys: string[];
  /** Hiragana to look for instead if there are no keys. */
  literal: string;
}

/** A meaning shared by several words. */
export interface Concept {
  key: string;
  patterns: Pattern[];
}

/** The compiled thesaurus. */
export interface Lexicon {
  concepts: Concept[];
  slips: [typed: string, meant: string][];
  noise: RegExp;
  labels: RegExp;
  places: RegExp;
  /** Names of competing programs. */
  rival: RegExp;
  /** Names of programs and platforms beside the agent, unless they only say where or how. */
  other: RegExp;
  /** "plugin" and its synonyms, and names of plugins. */
  plugin: RegExp;
  /** The words of `plugin`, and words for what the product shows of other programs. */
  watching: RegExp;
  /** The names in `rival` and `other`, wherever they are. */
  foreign: RegExp;
  /** Words of the product's field. */
  ours: Pattern[];
  /** Names of the product, the official spelling first. */
  product: readonly string[];
  /** Addresses of the product's servers. */
  hosts: RegExp;
}

/**
 * Contexts of a name that make it a bystander: a response status before it (who answered), or a
 * preposition or particle of place or means.
 */
const BEFORE =
  '(?<!(?<!\\d)[45]\\d\\d(?!\\d).{0,40}|\\b(?:in|on|from|by|with|behind|via|after|since) (?:the |our |an? )?)';
const AFTER = '(?!で(?!ログイン|接続|つな|繋|入れな)|から|上|の?(?:後|あと))';

/** The name of a program may go on like this: grafana-agent, zabbix_agentd. */
const AGENT = '(?:[-_]agentd?)?';

/** The version of a system: `amazon linux 2023`, but not `docker 404`. */
const VERSION = '(?:[ -]?v?(?:\\d{1,2}(?:\\.\\d+)*|20\\d\\d)(?!\\d))?';

/** Compile the thesaurus of the content. */
export function compileLexicon(thesaurus: Symptoms['thesaurus']): Lexicon {
  const { same, slips, others, beside, ours, plugins, parts, product, hosts } = thesaurus;
  return {
    concepts: same.map((words, at) => ({ key: `~${at}`, patterns: words.map(patternOf) })),
    slips: Object.entries(slips).flatMap(([meant, typed]) =>
      typed.map((slip): [string, string] => [slip, meant]),
    ),
    noise: namesOf(thesaurus.noise),
    labels: namesOf(thesaurus.labels),
    places: namesOf([...thesaurus.places, ...product], VERSION),
    rival: namesOf(others, '(?:[-_]\\w+)*'),
    other: namesOf(beside, AGENT, BEFORE, AFTER),
    plugin: namesOf(plugins, '[\\w-]*'),
    watching: namesOf([...plugins, ...parts], '[\\w-]*'),
    foreign: namesOf([...others, ...beside], AGENT),
    ours: ours.map(patternOf),
    product,
    hosts: new RegExp(`(?:https?://)?${anyOf(hosts.map(escape))}(?::\\d+)?`, 'gi'),
  };
}

/** Return whether a text names a pattern; `has` tells whether the text has a key. */
export function isNamed(
  { keys, literal }: Pattern,
  has: (key: string) => boolean,
  text: string,
): boolean {
  return keys.length === 0 ? text.includes(literal) : keys.every(has);
}

/** Return whether a text names the product. */
export function namesProduct(text: string, { product }: { product: readonly string[] }): boolean {
  const plain = text.toLowerCase();
  return product.some((name) => plain.includes(name));
}

function patternOf(word: string): Pattern {
  const all = new Set(tokenize(word).map(({ keys: [key = ''] }) => key));
  const keys = [...all].filter((key) => !key.startsWith('='));
  return { keys, literal: word.normalize('NFKC') };
}

/** Build a pattern for names that are not part of a path, a tag or a longer name. */
function namesOf(names: readonly string[], suffix = '', before = '', after = ''): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const [latin, japanese] = [/^[\0-\x7f]/, /^[^\0-\x7f]/].map((script) =>
    anyOf(longestFirst.filter((name) => script.test(name)).map(phraseOf)),
  );
  return new RegExp(
    `${before}(?:(?<![\\w/.<>-])${latin}${suffix}(?![\\w-]|\\.\\w)|${japanese})${after}`,
    'gi',
  );
}

/** Build the pattern of a name in either language, with any separator between its words. */
function phraseOf(name: string): string {
  return escape(name)
    .replaceAll(' ', '[ -]?の?')
    .replace(/agent$/, '(?:agent|エージェント)');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function anyOf(patterns: string[]): string {
  return `(?:${patterns.join('|') || '(?!)'})`;
}
