/** Decode UTF-8; a broken sequence becomes U+FFFD. The engine has no DOM or Node API, so it brings its own. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  let units: number[] = [];
  for (let at = from; at < to; ) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    let code = length === 1 ? first : length === 2 ? first & 0x1f : length === 3 ? first & 0x0f : first & 0x07;
    let read = 1;
    while (read < length && at + read < to && ((bytes[at + read] ?? 0) & 0xc0) === 0x80) code = (code << 6) | ((bytes[at + read++] ?? 0) & 0x3f);
    const broken = length === 0 || read < length || (length === 3 && (code < 0x800 || (code >= 0xd800 && code < 0xe000))) || (length === 4 && (code < 0x10000 || code > 0x10ffff));
    at += read;
    if (broken) units.push(0xfffd);
    else if (code < 0x10000) units.push(code);
    else units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    if (units.length > 8000) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

/** Decode UTF-16; `little` for little-endian. An odd last byte is dropped. */
export function decodeUtf16(bytes: Uint8Array, from: number, to: number, little: boolean): string {
  let text = '';
  let units: number[] = [];
  for (let at = from; at + 1 < to; at += 2) {
    const low = bytes[little ? at : at + 1] ?? 0;
    const high = bytes[little ? at + 1 : at] ?? 0;
    units.push((high << 8) | low);
    if (units.length > 8000) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}
