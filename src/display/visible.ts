/** Control characters, escape sequences, line separators and bidirectional marks: they must be seen, not obeyed. A joiner between emoji makes one of them. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|(?<!\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** Show what a log may hide as visible escapes (`\x1b`, `\u202e`); tabs and line feeds stay. */
export function visible(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Whether a text has nothing to hide: only then may it stand in a command. */
export function isPlain(text: string): boolean {
  return text !== '' && !/[\t\n]/.test(text) && visible(text) === text;
}
