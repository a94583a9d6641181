import type { CatalogProduct } from '../catalog.ts';
import type { TrackedFinding } from '../findings/tracked.ts';
import type { Report } from '../report.ts';
import { spanOf } from '../times.ts';

type Named = { entry: string; id: string };

/** The hosts that the log names where the agent came up, and where one was retired, in order. */
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

/** Whether all starts are of one host: in a log of several, an end and the next start may be of two of them. */
export function isOfOneHost(
  findings: readonly TrackedFinding[],
  { host }: CatalogProduct,
): boolean {
  return new Set(idsIn(findings, host).map(({ id }) => id)).size <= 1;
}

/** The host that was retired last, and when; null where none was. */
export function retiredOf(
  findings: readonly TrackedFinding[],
  { retired }: CatalogProduct,
): Report['retired'] {
  const host = idsIn(findings, retired).at(-1)?.id;
  return host === undefined
    ? null
    : { host, at: spanOf(findings.filter(({ chain }) => chain[0]?.entry === retired.entry)).to };
}

function idsIn(
  findings: readonly TrackedFinding[],
  named: Named,
): { id: string; ordinal: number }[] {
  return findings.flatMap(({ chain: [first], firstOrdinal }) =>
    first?.entry === named.entry
      ? (first.captures[named.id] ?? []).map((id) => ({ id, ordinal: firstOrdinal }))
      : [],
  );
}
