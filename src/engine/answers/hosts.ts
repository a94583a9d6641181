import type { CatalogProduct } from '../../model/catalog.ts';
import type { TrackedFinding } from '../findings/tracked-finding.ts';
import type { Report } from '../../model/report.ts';
import { timeSpanOf } from '../headers/timestamps.ts';

type Named = { entry: string; id: string };

/** Return the hosts that the log names at starts and retirements, in order. */
export function hostsOf(
  findings: readonly TrackedFinding[],
  { host, retired }: CatalogProduct,
): string[] {
  return [
    ...new Set(
      [...idsIn(findings, retired), ...idsIn(findings, host)]
        .sort((a, b) => a.ordinal - b.ordinal)
        .map(({ id }) => id),
    ),
  ];
}

/**
 * Return whether all starts are of one host. Otherwise an exit and the next start may belong to
 * different hosts.
 */
export function hasSingleHost(
  findings: readonly TrackedFinding[],
  { host }: CatalogProduct,
): boolean {
  return new Set(idsIn(findings, host).map(({ id }) => id)).size <= 1;
}

/** Return the host that was retired last, and when, or null. */
export function lastRetirement(
  findings: readonly TrackedFinding[],
  { retired }: CatalogProduct,
): Report['retired'] {
  const host = idsIn(findings, retired).at(-1)?.id;
  return host === undefined
    ? null
    : {
        host,
        at: timeSpanOf(findings.filter(({ chain }) => chain[0]?.entry === retired?.entry)).to,
      };
}

function idsIn(
  findings: readonly TrackedFinding[],
  named: Named | undefined,
): { id: string; ordinal: number }[] {
  return findings.flatMap(({ chain: [first], firstOrdinal }) =>
    named && first?.entry === named.entry
      ? (first.captures[named.id] ?? []).map((id) => ({ id, ordinal: firstOrdinal }))
      : [],
  );
}
