/** A head whose message has a wide gap, or a tab, behind its first word. */
const WIDENED = /[A-Z]\s+<[\w.]+>\s+\S+(?:\t| {2})/;

/** Whether something made each gap of a log wider, such as `column -t`, or a tab, such as `awk`. */
export function isWidened(text: string): boolean {
  if (!text.includes(' ')) return text.includes('\t');
  return WIDENED.test(text) && !/[A-Z] <[\w.]+> /.test(text);
}

/** Makes each gap one space; the log may come in chunks of any size. */
export function narrower(): (bytes: Uint8Array) => Uint8Array {
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
