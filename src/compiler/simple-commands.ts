/** A program with its arguments, as written, and whether it writes into a file. */
export interface SimpleCommand {
  words: string[];
  redirects: boolean;
}

const BLANK = /(?:[^\S\n]|\\\n)*/;
const COMMENT = /(#[^\n]*)/;
const OPERATOR = /(\n|&&|\|\||[;|&(){}])/;
const QUOTED = /'[^']*'|"(?:\\.|[^"\\])*"/;
const REDIRECTION = new RegExp(`(\\d*[<>]+&?\\s*(?:${QUOTED.source}|[^\\s;|&<>()])+)`);
const WORD = new RegExp(`((?:${QUOTED.source}|\\\\.|[^\\s;|&<>()'"])+)`);
const TOKENS = [COMMENT, OPERATOR, REDIRECTION, WORD, /(.)/].map(({ source }) => source).join('|');
const TOKEN = new RegExp(`${BLANK.source}(?:${TOKENS})`, 'gsy');
/** A redirection that changes no file. */
const HARMLESS = /^\d*(?:<(?!>)|>+\s*\/dev\/null$|>&\s*\d$)/;

/**
 * Split a POSIX shell command into the simple commands that it runs. Quoted text and `$(…)` stay
 * inside a word, although they may hold further commands: callers have to check for those.
 */
export function simpleCommands(text: string): SimpleCommand[] {
  const commands: SimpleCommand[] = [{ words: [], redirects: false }];
  for (const [, comment, operator, redirection, word] of text.matchAll(TOKEN)) {
    const last = commands.at(-1);
    if (operator !== undefined) commands.push({ words: [], redirects: false });
    else if (redirection !== undefined && last) last.redirects ||= !HARMLESS.test(redirection);
    else if (word !== undefined && comment === undefined) last?.words.push(word);
  }
  return commands.filter(({ words, redirects }) => words.length > 0 || redirects);
}
