import type { UnknownLine } from './report.ts';

const MAX_CLUSTERS = 500;
const MAX_TEMPLATE = 300;

/** Groups unknown lines by their text with the values taken out, in the order of their first line. */
export class Clusters {
  readonly #clusters = new Map<string, UnknownLine>();

  add(text: string, line: number): void {
    const template = maskValues(text.split('\n', 1)[0] ?? '');
    const known = this.#clusters.get(template);
    if (known) known.count++;
    else if (this.#clusters.size < MAX_CLUSTERS) this.#clusters.set(template, { template, count: 1, line });
  }

  list(): UnknownLine[] {
    return [...this.#clusters.values()];
  }
}

/** Put `<*>` in the place of quoted strings and of words that hold a digit. */
export function maskValues(text: string): string {
  return text
    .slice(0, MAX_TEMPLATE)
    .replace(/"[^"]*"/g, '"<*>"')
    .replace(/[^\s"=:,()[\]{}]*\d[^\s"=,()[\]{}]*/g, '<*>');
}
