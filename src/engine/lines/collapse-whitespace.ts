/** A header with a tab or several spaces after the first word of its message. */
const WIDENED = /[A-Z]\s+<[\w.]+>\s+\S+(?:\t| {2})/;

/**
 * Return whether the gaps of a log were widened, as by `column -t`, or replaced by tabs, as by
 * `awk`.
 */
export function hasWidenedGaps(text: string): boolean {
  if (!text.includes(' ')) return text.includes('\t');
  return WIDENED.test(text) && !/[A-Z] <[\w.]+> /.test(text);
}

/** Return a function that collapses gaps to single spaces in the chunks of a log. */
export function makeGapCollapser(): (bytes: Uint8Array) => Uint8Array {
  let last = 0;
  return (bytes) =>
    bytes
      .map((byte) => (byte === 9 ? 32 : byte))
      .filter((byte) => {
        const isMore = byte === 32 && last === 32;
        last = byte;
        return !isMore;
      });
}
