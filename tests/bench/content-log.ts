import type { Content } from '../../src/compiler/index.ts';
import type { Catalog, CatalogEntry } from '../../src/engine/index.ts';

/** The header that current agents write. */
const HEADER = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?:\S+\.go:\d+: )?[A-Z]+ </;

/** Build a log in which six lines in ten are normal operation and the others samples. */
export function makeContentLog({ entries }: Content, megabytes: number): string {
  const known = entries
    .flatMap(({ samples }) => samples.flatMap(({ text }) => text.split('\n')))
    .filter((line) => HEADER.test(line));
  const lines: string[] = [];
  for (let length = 0, second = 0; length < megabytes * 1e6; second++) {
    const time = new Date(Date.UTC(2026, 0, 1) + second * 1000)
      .toISOString()
      .slice(0, 19)
      .replaceAll('-', '/')
      .replace('T', ' ');
    const line =
      second % 10 < 6
        ? `${time} command.go:434: DEBUG <command> checker "procs-${second % 7}": report=&{OK ${second}}`
        : time + (known[second % known.length] ?? '').slice(19);
    lines.push(line);
    length += Buffer.byteLength(line) + 1;
  }
  return `${lines.join('\n')}\n`;
}

/** Extend a catalog to `count` entries with copies of real ones that begin with another word. */
export function withGeneratedEntries(catalog: Catalog, count: number): Catalog {
  const real = catalog.entries.filter(
    ({ id, nested, templates }) =>
      id.startsWith('agent/') && !nested && /^[\w' ]{12}/.test(templates[0]?.text ?? ''),
  );
  const invented = Array.from(
    { length: Math.max(0, count - catalog.entries.length) },
    (_, index): CatalogEntry => {
      const entry = real[index % real.length] as CatalogEntry;
      return {
        ...entry,
        id: `${entry.id}-${index}`,
        templates: entry.templates.slice(0, 1).map((template) => ({
          ...template,
          text: template.text.replace(/^\S+/, `${index.toString(36)}ing`),
        })),
      };
    },
  );
  return { ...catalog, entries: [...catalog.entries, ...invented] };
}
