/** Longest word, in characters, that fits on one line of a phone. */
const MAX_WHOLE = 27;
/** Matches before a slash in a path or URL, but not before the slashes of a regular expression. */
const SLASH = /(?<=[\w.)-])(?=\/[\w.-])/;

/**
 * Split a command where a line may break. `isWhole` marks text that the browser must not break:
 * text with a hyphen, or a part of a word that was split here.
 */
export function splitCommand(command: string): { text: string; isWhole: boolean }[] {
  return command
    .split(/(\s+)/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const parts = partsOf(word);
      return parts.map((text) => ({
        text,
        isWhole: text.length <= MAX_WHOLE && (parts.length > 1 || text.includes('-')),
      }));
    });
}

/**
 * Split a word that is longer than a line before slashes, into parts as long as possible.
 * @example
 * partsOf('--prefix)/var/log/agent.log') //=> ['--prefix)/var/log', '/agent.log']
 */
function partsOf(word: string): string[] {
  if (word.length <= MAX_WHOLE) return [word];
  return word.split(SLASH).reduce<string[]>((parts, part) => {
    const last = parts.pop() ?? '';
    return last !== '' && (last + part).length > MAX_WHOLE
      ? [...parts, last, part]
      : [...parts, last + part];
  }, []);
}
