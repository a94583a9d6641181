import { type Token, negate, tokenizeWord, type Part } from './tokenize-word.ts';

/** Kanji numerals before a counter: like digits, they say little about the topic. */
const COUNTED = /[一二三四五六七八九](?=時間|[台枚個秒])/g;
/**
 * A run with an optional negating ending, which may follow a particle or a verb ending; `ずれ` and
 * `ずっと` are not negations. Other hiragana is not matched, so that a word is the same whatever its
 * ending.
 */
const WORDS =
  /(?:[A-Z0-9'’]+(?:[-_][A-Z0-9]+)*|[\u30a1-\u30fa][\u30a1-\u30fa\u30fc]*|[\u4e00-\u9fff々]+)(?:(?:[がはをもにでのと]|さえ|すら)?[\u3041-\u3096]{0,7}?(?:ない|ません|なかった|なくな|なく|ず(?![れっらい])|ぬ|ねえ|ねー|ねぇ|へん|なし(?=$|[^\u3041-\u3096])|[かさたなばまられせけえべめて]ん(?=$|[^\u3041-\u3096]|けど|やけど|のや|のです|のだ|ので|って)))?/gi;
const JOINS = /([\u4e00-\u9fff々])[りえきしいちみけめれべげせっじぎび]([\u4e00-\u9fff々])/g;
/** A negation reaches the next word across fewer stop words than this. */
const NEGATION_REACH = 3;

/** Tokenize a text. */
export function tokenize(text: string): Token[] {
  // Half of all texts are English: skip the Japanese steps, which would not change them.
  const isAscii = /^[\0-\x7f]*$/.test(text);
  const percent = text.replace(/(?<=\d) ?[%％]/g, ' percent ');
  const plain = isAscii
    ? percent
    : percent
        .normalize('NFKC')
        .replace(COUNTED, ' ')
        .replace(/どこ(?=$|[？?に]|です)/g, '場所')
        .replace(/見つ/g, '発見')
        .replace(/すでに/g, '既に')
        .replace(/無(?=[いくかし])/g, 'な')
        .replace(/出来/g, 'でき');
  const found: Token[] = [];
  let reach = 0;
  const addPart = ({ role, token }: Part): void => {
    if (token) found.push(role === 'word' && reach > 0 ? negate(token) : token);
    if (role === 'negation') reach = NEGATION_REACH;
    else if (role === 'stop-word') reach--;
    else if (role === 'word') reach = 0;
  };
  plain.match(WORDS)?.forEach((word) => tokenizeWord(word).forEach(addPart));
  if (!isAscii)
    for (const [, first, second] of plain.matchAll(JOINS))
      found.push({ keys: [`${first}${second}`], share: 0.6 });
  return found;
}

/** Return the distinct keys of a text. */
export function keysOf(text: string): string[] {
  return [...new Set(tokenize(text).flatMap(({ keys }) => keys))];
}
