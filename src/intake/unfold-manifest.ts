/**
 * Read the configuration file inside a manifest of Kubernetes: a ConfigMap contains it as a block
 * of text that is indented.
 */

const MANIFEST = /^kind: ConfigMap[ \t]*$/m;
/** The name of a file above its text. */
const FILE = /^ +[\w.-]{1,100}\.(?:conf|toml|ya?ml): \|[-+]?[ \t]*$/;

/**
 * Return only the first file of a ConfigMap, without its indentation; null if there is none. All
 * lines keep their numbers.
 */
export function unfoldManifest(text: string): string | null {
  if (!MANIFEST.test(text)) return null;
  const lines = text.split('\n');
  const at = lines.findIndex((line) => FILE.test(line));
  if (at < 0) return null;
  const indentOf = (line: string): number => line.search(/[^ \r]/);
  const from = lines.findIndex((line, index) => index > at && indentOf(line) >= 0);
  const indent = indentOf(lines[from] ?? '');
  if (indent <= indentOf(lines[at] ?? '')) return null;
  const after = lines.findIndex(
    (line, index) => index > from && indentOf(line) >= 0 && indentOf(line) < indent,
  );
  const to = after < 0 ? lines.length : after;
  return lines
    .map((line, index) => (index >= from && index < to ? line.slice(indent) : ''))
    .join('\n');
}
