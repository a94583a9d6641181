import type { Symptoms } from '../../model/words.ts';

/** Words that people write around a code. */
const FILLER =
  /\b(?:http|https|status|code|codes|error|errors|exit|option|flag|key|setting|agent)\b|エラーコード|エラー|ステータスコード|ステータス|コード|番号|オプション|設定|[のとがはを\s"'`「」:=#]|出る/gi;
/** Words that only say that something is a setting. */
const SETTING_WORD = /\b(?:options?|flags?|settings?)\b|オプション|フラグ/g;
/** A prefix glued to its number: `HTTP503`, `errno28`. */
const GLUED_NUMBER = /\b(https?|status|code|error|errno)(?=\d{1,5}\b)/g;
/** A word that may be a setting's name typed without its underscores. */
const NAME = /(?<![\w.-])[a-z]{8,}(?![\w.-])/g;
const SETTING = /^[a-z]+(?:_[a-z]+)+$/;
const WORD = /[\w/\\.:-]+/g;

/**
 * The result of the exact index: guides for the codes in a query, and whether the query is nothing
 * but codes.
 */
export interface Codes {
  guides: string[];
  isOnlyCodes: boolean;
}

/** Look up the codes, paths, flags, keys and variables of a query by exact match. */
export function findCodes(query: string, { codes, thesaurus }: Symptoms): Codes {
  const normalized = query
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(GLUED_NUMBER, '$1 ')
    .replace(NAME, settingsOf(codes));
  const text = withoutOwner(normalized, thesaurus.product);
  const wholes = [text, text.replace(SETTING_WORD, ' ').trim()].flatMap((name) => [
    name.replace(/\s+/g, ' '),
    name.replace(/\s+/g, '_'),
  ]);
  const whole = wholes
    .map((name) => guidesOfCode(codes, name))
    .find((guides) => guides !== undefined);
  if (whole) return { guides: whole, isOnlyCodes: true };
  const key = /^\[{0,2}([\w.-]+)\]{0,2}\s*(?:=|$)/.exec(text)?.[1];
  // Only the first two parts of a dotted key matter: the rest is a name that the user chose.
  const keyed =
    key === undefined
      ? undefined
      : (guidesOfCode(codes, key) ?? guidesOfCode(codes, key.split('.').slice(0, 2).join('.')));
  // Typographic quotes after a key are the fault itself, so their guides come first.
  const quote = /[“”]/.exec(text)?.[0] ?? '';
  if (keyed)
    return {
      guides: [...new Set([...(guidesOfCode(codes, quote) ?? []), ...keyed])],
      isOnlyCodes: true,
    };
  const found = [...text.matchAll(WORD)].flatMap(([word]) => {
    const guides = guidesOfCode(codes, word);
    return guides && isCode(word) && !thesaurus.hosts.some((host) => word.includes(host))
      ? [{ word, guides }]
      : [];
  });
  const rest = found.reduce((left, { word }) => left.replace(word, ' '), text).replace(FILLER, '');
  return {
    guides: [...new Set(found.flatMap(({ guides }) => guides))],
    isOnlyCodes: found.length > 0 && rest === '',
  };
}

/**
 * Return a function that maps a setting's name without underscores to the setting; other words pass
 * through.
 */
function settingsOf(codes: Record<string, string[]>): (word: string) => string {
  const settings = new Map(
    Object.keys(codes)
      .filter((code) => SETTING.test(code))
      .map((code) => [code.replaceAll('_', ''), code]),
  );
  return (word) => settings.get(word) ?? word;
}

/** Drop words that do not narrow a code down: the product's own name, `windows` and `sudo`. */
function withoutOwner(text: string, product: readonly string[]): string {
  const words = text
    .split(/\s+/)
    .filter(
      (word) =>
        word !== 'windows' && word !== 'sudo' && !product.includes(word.replace(/-agent$/, '')),
    );
  return words.join(' ') || text;
}

/**
 * Return the guides for a code, or undefined. The word is untrusted and may be `constructor`, hence
 * `Object.hasOwn`.
 */
export function guidesOfCode(codes: Record<string, string[]>, word: string): string[] | undefined {
  const key = word.replace(/^-+/, '-').replace(/[.\\/:-]+$/, '');
  return [key, key.replace(/^-/, '')].flatMap((known) =>
    Object.hasOwn(codes, known) ? [codes[known]] : [],
  )[0];
}

/** Return whether a word in a longer query is a code. A plain word is one only as a whole query. */
function isCode(word: string): boolean {
  return /[\d/\\._-]/.test(word);
}
