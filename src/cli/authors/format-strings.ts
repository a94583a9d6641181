/** Format strings as programs have them in their sources: Go, C, Python, Rust, JavaScript. */

/** A place that a value takes: `%s`, `%-5.2f`, `%[1]q`, `%(name)s`, `{}`, `{name:?}`, `${name}`. */
const VALUE =
  /%(?:\([\w.]+\))?(?:\[\d+\])?[-+#]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|ll|[hlLjzt])?[a-zA-Z]|\$?\{[\w.!:?<>#$^+-]*\}/g;

/** Return a format string with `*` for each value, to compare it with others. */
export function shapeOfFormat(text: string): string {
  return text
    .replaceAll('%%', '\u0000')
    .replace(VALUE, '*')
    .replaceAll('\u0000', '%')
    .replace(/\*+/g, '*')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Return a pattern for the messages that a format string prints; null if it has no words. */
export function patternOfFormat(text: string): RegExp | null {
  const shape = shapeOfFormat(text);
  if (!/\p{L}{2,}/u.test(shape)) return null;
  const escaped = shape.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 's');
}
