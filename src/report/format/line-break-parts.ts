/**
 * Matches after a punctuation mark, unless a slash or digit follows as in `https://` and
 * `04:12:09`, or it is the slash of `i/o`. Browsers break lines at spaces anyway.
 */
const ENDS = /(?<=[/:,;])(?<!\b\w\/)(?=[^\s/\d])/;

/**
 * Split log text where a line may break, as the rows of the log view do, so that a phone does not
 * break an address inside a word.
 */
export function splitAtBreaks(text: string): string[] {
  return text.split(ENDS);
}
