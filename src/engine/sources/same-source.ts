/** Decides which names in a log mean the same source. */
import type { Report } from '../../model/report.ts';

/** For each name, the source that it belongs to. */
export type SourceGroups = ReadonlyMap<string, string>;

/** Most sources that are read; the others are counted. */
export const MAX_SOURCES = 50;

/** Return the names of the sources, in order of their first message. */
export function sourcesOf(groups: SourceGroups): string[] {
  return [...new Set(groups.values())];
}

/** Group names that differ only in case, or in whether a domain follows. */
export function groupNames(names: readonly string[]): SourceGroups {
  const groups = new Map<string, string>();
  const byKey = new Map<string, string>();
  const keys = names.map(keyOf);
  // Shorter names come first, so that a name with a domain finds the one without.
  for (const key of keys.toSorted((a, b) => a.length - b.length)) {
    const domains = [...key.matchAll(/\./g)].map(({ index }) => key.slice(0, index));
    const short = domains.find((name) => byKey.has(name));
    byKey.set(key, (short !== undefined && byKey.get(short)) || key);
  }
  const shown = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const group = byKey.get(keys[index] as string) as string;
    if (!shown.has(group)) shown.set(group, name);
    groups.set(name, shown.get(group) as string);
  }
  return groups;
}

/** Names of containers begin with a slash in the logs of docker. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/^\/|\.$/g, '');
}

/** The random end of a pod's name, after the name of its ReplicaSet, as Kubernetes makes them. */
const POD = /^(.+?)(?:-[bcdf-hj-np-tv-xz\d]{6,10})?-[bcdf-hj-np-tv-xz\d]{5}$/;
/** A task of a Docker Swarm service: its name, its number, its ID and `@`. */
const SERVICE_TASK = /^(.+)\.[a-z\d]{20,25}@/;
/** The ID of a container. It does not contain the name of an owner. */
const CONTAINER_ID = /^[\da-f]{12,64}$/;

/**
 * Return the owner of a pod or a container by its name, `''` for all containers that have only an
 * ID, or null for other sources.
 */
function ownerOf(name: string): string | null {
  return CONTAINER_ID.test(name)
    ? ''
    : (SERVICE_TASK.exec(name)?.[1] ?? POD.exec(name)?.[1] ?? null);
}

/**
 * Join instances of one owner if one ended before the next began: a pod or a container that is
 * restarted gets another name.
 *
 * @returns null if there is nothing to join
 */
export function joinRestarts(
  groups: SourceGroups,
  reports: readonly Report[],
): SourceGroups | null {
  const instead = new Map<string, string>();
  const last = new Map<string, Report>();
  for (const report of reports.toSorted(byBeginning)) {
    const name = report.source ?? '';
    const owner = ownerOf(name);
    if (owner === null) continue;
    const instance = `${report.product} ${owner}`;
    const before = last.get(instance);
    if (before && hasEndedBefore(before, report))
      instead.set(name, instead.get(before.source ?? '') ?? before.source ?? '');
    last.set(instance, report);
  }
  return instead.size === 0
    ? null
    : new Map([...groups].map(([name, source]) => [name, instead.get(source) ?? source]));
}

function byBeginning({ span: a }: Report, { span: b }: Report): number {
  return (a.from ?? '') < (b.from ?? '') ? -1 : 1;
}

function hasEndedBefore({ stopped, exited, span }: Report, { span: { from } }: Report): boolean {
  return (stopped !== null || exited) && span.to !== null && from !== null && span.to <= from;
}
