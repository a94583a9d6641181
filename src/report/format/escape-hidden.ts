/**
 * Latin, Japanese and Korean text without hidden characters. This check is ten times as fast as the
 * Unicode properties below.
 */
const COMMON =
  /^[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u3000-\u3163\u3165-\u9fff\uac00-\ud7a3\uff01-\uff9f]*$/;
/** Visible format characters, such as the number signs of Arabic and Kaithi. */
const DRAWN = '\\u0600-\\u0605\\u06dd\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}';
/** Sequences that give an invisible character a purpose: emoji, keycaps, Han variants. */
const MEANT = [
  '\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]?\\u200d(?=\\p{Extended_Pictographic})',
  '\\p{Extended_Pictographic}[\\ufe0e\\ufe0f]',
  '[0-9#*]\\ufe0f(?=\\u20e3)',
  '\\p{Script=Han}[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]',
].join('|');
/**
 * Control and format characters, line separators, lone surrogates, and characters without a glyph.
 * They must be shown instead of taking effect.
 */
const HIDDEN = new RegExp(
  `[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u2800](?<![\\t\\n${DRAWN}]|${MEANT})`,
  'gu',
);

/** Escape hidden characters (`\x1b`, `\u202e`, `\u{e0041}`); keep tabs and line feeds. */
export function escapeHidden(text: string): string {
  return COMMON.test(text) ? text : text.replace(HIDDEN, escaped);
}

/** Escape hidden characters, tabs and line feeds: for text that must stay on one line. */
export function escapeLine(text: string): string {
  return escapeHidden(text).replace(/[\t\n]/g, escaped);
}

/** Make a text of several lines one line, with what would be hidden in it escaped. */
export function escapeAsOneLine(text: string): string {
  return escapeLine(text.replaceAll('\n', ' '));
}

/** Return whether a text has no hidden characters; only then may it be used in a command. */
export function hasNoHiddenCharacters(text: string): boolean {
  return text !== '' && escapeLine(text) === text;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16);
  return code < 0x100
    ? `\\x${digits.padStart(2, '0')}`
    : code < 0x10000
      ? `\\u${digits.padStart(4, '0')}`
      : `\\u{${digits}}`;
}
