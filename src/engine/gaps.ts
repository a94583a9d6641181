/** A head all of whose gaps are wider than a product writes them, or tabs, and so is the first one of its message. */
const WIDENED = /\d(?:\t| {2,})[A-Z]+(?:\t| {2,})<[\w.]+>(?:\t| {2,})\S+(?:\t| {2,})\S/;

/** Whether something made each gap of a log wider, such as `column -t`, or a tab, such as `awk`. */
export function isWidened(text: string): boolean {
  return WIDENED.test(text) && !/[A-Z] <[\w.]+> /.test(text);
}

/** Makes each gap one space; the log may come in chunks of any size. */
export function narrower(): (bytes: Uint8Array) => Uint8Array {
  let last = 0;
  return (bytes) =>
    bytes.map((byte) => (byte === 9 ? 32 : byte)).filter((byte) => {
      const isMore = byte === 32 && last === 32;
      last = byte;
      return !isMore;
    });
}
