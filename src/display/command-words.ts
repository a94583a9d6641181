/** A longer word has no room in a line of a phone. */
const MAX_WHOLE = 27;
/** Before a slash of a path or an address; a regular expression has others. */
const SLASH = /(?<=[\w.)-])(?=\/[\w.-])/;

/** Take a command apart where a line of it may end. What is whole has a hyphen, where browsers would end the line, or is a part of a longer word. */
export function commandWords(command: string): { text: string; isWhole: boolean }[] {
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
 * Take a word that is longer than a line apart, before slashes and as late as may be.
 * @example partsOf('--prefix)/var/log/mackerel-agent.log') //=> ['--prefix)/var/log', '/mackerel-agent.log']
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
