/** A longer word has no room in a line of a phone. */
const MAX_WHOLE = 27;

/** Whether a word of a command stays in one line: with a hyphen in it browsers would end the line there. */
export function isWhole(word: string): boolean {
  return word.includes('-') && word.length <= MAX_WHOLE;
}

/** Take a command apart where a line of it may end. */
export function commandWords(command: string): { text: string; isWhole: boolean }[] {
  return command.split(/(\s+)/).filter((text) => text !== '').map((text) => ({ text, isWhole: isWhole(text) }));
}
