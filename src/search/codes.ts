import type { Symptoms } from '../catalog/index.ts';

/** What people write around a code. */
const FILLER =
  /\b(?:http|https|status|code|codes|error|errors|exit|option|flag|key|setting|agent)\b|エラーコード|エラー|ステータスコード|ステータス|コード|番号|オプション|設定|[のとがはを]|出る|[\s"'`「」:=#]/gi;
/** What says no more than that it is a setting. */
const KIND = /\b(?:options?|flags?|settings?)\b|オプション|フラグ/g;
/** A number that is typed in one with what it is of: `HTTP503`, `errno28`. */
const JOINED = /\b(https?|status|code|error|errno)(?=\d{1,5}\b)/g;
/** A word that may be a setting's name without the underscores in it. */
const NAME = /(?<![\w.-])[a-z]{8,}(?![\w.-])/g;
const SETTING = /^[a-z]+(?:_[a-z]+)+$/;
const WORD = /[A-Za-z0-9/\\.:_-]+/g;

/** What the exact index says of a query: guides of the codes in it, and whether it is nothing but codes. */
export interface Codes {
  guides: string[];
  isAll: boolean;
}

/** Look up the codes, paths, flags, keys and variables of a query letter by letter. */
export function lookUpCodes(query: string, { codes, thesaurus }: Symptoms): Codes {
  const asked = query
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(JOINED, '$1 ')
    .replace(NAME, settingsOf(codes));
  const text = withoutOwner(asked, thesaurus.product);
  const wholes = [text, text.replace(KIND, ' ').trim()].flatMap((name) => [
    name.replace(/\s+/g, ' '),
    name.replace(/\s+/g, '_'),
  ]);
  const whole = wholes
    .map((name) => guidesOfCode(codes, name))
    .find((guides) => guides !== undefined);
  if (whole) return { guides: whole, isAll: true };
  const key = /^\[{0,2}([\w.-]+)\]{0,2}\s*(?:=|$)/.exec(text)?.[1];
  // The name that somebody gave a section says nothing.
  const keyed =
    key === undefined
      ? undefined
      : (guidesOfCode(codes, key) ?? guidesOfCode(codes, key.split('.').slice(0, 2).join('.')));
  // Behind a key they are what is wrong.
  const quote = /[“”]/.exec(text)?.[0] ?? '';
  if (keyed)
    return { guides: [...new Set([...(guidesOfCode(codes, quote) ?? []), ...keyed])], isAll: true };
  const found = [...text.matchAll(WORD)].flatMap(([word]) => {
    const guides = guidesOfCode(codes, word);
    return guides && isCode(word) && !thesaurus.hosts.some((host) => word.includes(host))
      ? [{ word, guides }]
      : [];
  });
  const rest = found.reduce((left, { word }) => left.replace(word, ' '), text).replace(FILLER, '');
  return {
    guides: [...new Set(found.flatMap(({ guides }) => guides))],
    isAll: found.length > 0 && rest === '',
  };
}

/** Reads a word as the setting that it is without its underscores, where it is one. */
function settingsOf(codes: Record<string, string[]>): (word: string) => string {
  const settings = new Map(
    Object.keys(codes)
      .filter((code) => SETTING.test(code))
      .map((code) => [code.replaceAll('_', ''), code]),
  );
  return (word) => settings.get(word) ?? word;
}

/** Whose code it is says nothing where it is this product's, and neither does who may run it. */
function withoutOwner(text: string, product: readonly string[]): string {
  const words = text
    .split(/\s+/)
    .filter(
      (word) =>
        word !== 'windows' && word !== 'sudo' && !product.includes(word.replace(/-agent$/, '')),
    );
  return words.join(' ') || text;
}

/** The guides that are about a code, or undefined; the code comes from a text that anybody may have written. */
export function guidesOfCode(codes: Record<string, string[]>, word: string): string[] | undefined {
  const key = word.replace(/^-+/, '-').replace(/[.\\/:-]+$/, '');
  return [key, key.replace(/^-/, '')].flatMap((known) =>
    Object.hasOwn(codes, known) ? [codes[known]] : [],
  )[0];
}

/** A plain word is a code only where it stands alone. */
function isCode(word: string): boolean {
  return /[\d/\\._-]/.test(word);
}
