import { deny, readWord, type Part } from './read-word.ts';

/**
 * Text → units, the same way for what people type and for what they shall find.
 *
 * 1. A text is cut into runs: Latin, katakana, Chinese characters, hiragana.
 * 2. A Latin run gives a stem; `camelCase`, `a-b` and `a_b` give their parts, and are one word for those who write them so.
 * 3. Chinese characters and katakana give pairs of characters, which together weigh as the one or two words that they are.
 *    見つかる is not 見える, though it is written with the same one. Characters that hiragana joins (`書き込み`) are also paired without it (`書込`).
 * 4. Hiragana is endings and particles, and left out; but it says whether something does *not* happen. What is denied gets a key of its own
 *    (`起動!` for 起動しない, 起動できず, 起動しません; `start!` for won't start, fails to start), because "does not start" and "starts" are opposites.
 */
export interface Unit {
  /** What it can be found by, with how well that fits: the first key is the text's own. */
  readonly keys: readonly (readonly [key: string, fit: number])[];
  /** How much of a word it is: a pair of a long run is a part of one. */
  readonly share: number;
  readonly isLatin: boolean;
  /** It looks like a word for how something is or happens. */
  readonly isManner?: boolean;
  /** The key that says how rare it is, where that is not the first one. */
  readonly measure?: string | undefined;
}

const EMPTY_JA =
  /(?:本番|検証|開発|ステージング|テスト)環境|本番|場合|方法|発生|について|教えて|下さい|御|困って|知りたい|出力されて|出力する|使用(?=[すしで])|利用(?=[すしで])|[月火水木金土日]曜日?|昨日|今日|今朝|昨夜|最近|急に|突然|毎回|可能性|気が(?:する|します)|(?:言わ|いわ|怒ら|おこら|叱ら)れ/g;
/** How many of a thing there are, written as a word, says as little as a digit. */
const COUNT = /[一二三四五六七八九](?=時間|台|枚|個|秒)/g;
/**
 * A run, with the ending that denies it, behind a particle or the ending of a verb; `ずれ` and `ずっと` do not deny. Any other hiragana is
 * left out here, so that a word is the same word whatever ends it.
 */
const WORDS =
  /(?:[A-Za-z0-9'’]+(?:[-_][A-Za-z0-9]+)*|[\u30a1-\u30fa][\u30a1-\u30fa\u30fcー]*|[\u4e00-\u9fff々]+)(?:(?:が|は|を|も|に|で|の|と|さえ|すら)?[\u3041-\u3096]{0,7}?(?:ない|ません|なかった|なくな|なく|ず(?![れっらい])|ぬ|ねえ|ねー|ねぇ|へん|なし(?=$|[^\u3041-\u3096])|[かさたなばまられせけえべめて]ん(?=$|[^\u3041-\u3096]|けど|やけど|のや|のです|のだ|ので|って)))?/g;
const JOINS = /([\u4e00-\u9fff々])[りえきしいちみけめれべげせっじぎび]{1}([\u4e00-\u9fff々])/g;
/** A word that denies does so over fewer empty words than these. */
const REACH = 3;

/** Take a text apart. */
export function units(text: string): Unit[] {
  // Half of all texts are English, and what is for Japanese leaves them as they are.
  const isAscii = /^[\0-\x7f]*$/.test(text);
  const percent = text.replace(/(?<=\d) ?[%％]/g, ' percent ');
  const plain = isAscii
    ? percent
    : percent
        .normalize('NFKC')
        .replace(EMPTY_JA, ' ')
        .replace(COUNT, ' ')
        .replace(/どこ(?=$|[？?に]|です|にある)/g, '場所')
        .replace(/見つ/g, '発見')
        .replace(/すでに/g, '既に')
        .replace(/無(?=[いくかし])/g, 'な')
        .replace(/出来/g, 'でき');
  const found: Unit[] = [];
  let reach = 0;
  const read = ({ role, unit }: Part): void => {
    if (unit) found.push(role === 'word' && reach > 0 ? deny(unit) : unit);
    if (role === 'denial') reach = REACH;
    else if (role === 'empty') reach--;
    else if (role === 'word') reach = 0;
  };
  plain.match(WORDS)?.forEach((word) => readWord(word).forEach(read));
  if (!isAscii)
    for (const [, first, second] of plain.matchAll(JOINS))
      found.push({ keys: [[`${first}${second}`, 1]], share: 0.6, isLatin: false });
  return found;
}

/** The keys of units, each once. */
export function keysOf(own: readonly Unit[]): string[] {
  return [...new Set(own.flatMap(({ keys }) => keys.map(([key]) => key)))];
}
