/** Reads format strings in the sources of programs: Go, C, Python, Rust, JavaScript. */

/** A placeholder: `%s`, `%-5.2f`, `%[1]q`, `%(name)s`, `{}`, `{name:?}`, `${name}`. */
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
  return patternOfShape(shapeOfFormat(text));
}

/** Return a pattern for the texts of a shape, in which `*` is any text; null without words. */
export function patternOfShape(shape: string): RegExp | null {
  if (!/\p{L}{2,}/u.test(shape)) return null;
  const escaped = shape.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 's');
}

/** Names and types of holes, by the last letter of a placeholder. */
const HOLES: Record<string, [name: string, type: string]> = {
  d: ['number', 'int'],
  i: ['number', 'int'],
  u: ['number', 'int'],
  f: ['number', 'number'],
  g: ['number', 'number'],
};

/** Return the template of the messages that a format string prints. */
export function templateOfFormat(text: string): string {
  const names = new Set<string>();
  const nameOf = (name: string): string => {
    let own = name;
    for (let number = 2; names.has(own); number++) own = `${name}-${number}`;
    names.add(own);
    return own;
  };
  const whole = text.trim().replaceAll('%%', '\u0000');
  let template = '';
  let at = 0;
  for (const { 0: value, index } of whole.matchAll(VALUE)) {
    template += whole.slice(at, index).replaceAll('{', '{{');
    at = index + value.length;
    const [name, type] = HOLES[value.at(-1) ?? ''] ?? ['value', 'text'];
    if (at === whole.length && /: $/.test(template) && type === 'text') template += '{cause}';
    else if (value.endsWith('q')) template += `"{${nameOf('value')}:quoted}"`;
    else template += `{${nameOf(name)}:${type}}`;
  }
  return (template + whole.slice(at).replaceAll('{', '{{')).replaceAll('\u0000', '%');
}
