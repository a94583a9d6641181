import type { Wording, Link } from '../../model/report.ts';
import { type CatalogEntry, type CatalogTemplate } from '../../model/catalog.ts';

/**
 * Return whether a version is in a range such as `>=0.71.2 <0.72.0`, `<0.58.1` or `>=0.49.0`.
 * Anything after the numbers is ignored.
 */
export function isInRange(version: string, range: string): boolean {
  const { from, below } = boundsOf(range);
  return (
    (from === null || compareVersions(version, from) >= 0) &&
    (below === null || compareVersions(version, below) < 0)
  );
}

/** Return the first version after a range, which fixed the fault; null if the range is open. */
export function fixedVersionOf(range: string): string | null {
  return boundsOf(range).below;
}

/**
 * Return the range of versions that can have printed all these links, null for an open end. If
 * several wordings fit a message, the widest range counts. No version has printed the links if they
 * come from several hosts or from before and after an update: then both ends are open.
 */
export function wordingOf(
  links: readonly Link[],
  entries: ReadonlyMap<string, CatalogEntry>,
): Wording {
  const wordings = links.flatMap((link): Wording[] => {
    const templates = link.foreign ? [] : templatesOf(entries.get(link.entry), link.message);
    if (templates.length === 0) return [];
    const [sinces, untils] = [
      templates.map(({ since }) => since),
      templates.map(({ until }) => until),
    ];
    return [
      {
        since: sinces.includes(undefined) ? null : (inOrder(sinces)[0] ?? null),
        until: untils.includes(undefined) ? null : (inOrder(untils).at(-1) ?? null),
      },
    ];
  });
  const since = inOrder(wordings.map((wording) => wording.since)).at(-1) ?? null;
  const until = inOrder(wordings.map((wording) => wording.until))[0] ?? null;
  const isEmpty = since !== null && until !== null && compareVersions(since, until) > 0;
  return isEmpty ? { since: null, until: null } : { since, until };
}

/** Return the known versions, the oldest first. */
function inOrder(versions: readonly (string | null | undefined)[]): string[] {
  return versions.filter((version) => version != null).sort(compareVersions);
}

function boundsOf(range: string): { from: string | null; below: string | null } {
  const words = range.split(' ');
  return {
    from: words.find((word) => word.startsWith('>='))?.slice(2) ?? null,
    below: words.find((word) => word.startsWith('<'))?.slice(1) ?? null,
  };
}

/**
 * Compare two versions: negative if the first is older, positive if it is newer. They may have any
 * number of numbers; a name that follows them does not count. Another text counts as version 0.
 */
export function compareVersions(a: string, b: string): number {
  const [left = [], right = []] = [a, b].map((version) =>
    (/^\d+(?:\.\d+)*(?=$|[-+~a-z])/i.exec(version)?.[0] ?? '0').split('.').map(Number),
  );
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Return the templates of an entry that are reported under a message ID. */
function templatesOf(entry: CatalogEntry | undefined, message: string | null): CatalogTemplate[] {
  return entry === undefined
    ? []
    : entry.templates.filter((template) => messageOf(entry, template) === message);
}

/**
 * Return the message ID to report for a template, or null if its text is not in the product's list
 * of messages.
 */
export function messageOf(
  { messages }: Pick<CatalogEntry, 'messages'>,
  { message }: CatalogTemplate,
): string | null {
  return message === undefined ? null : (messages[message] ?? null);
}
