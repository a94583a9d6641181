import type { InspectedReport } from '../../model/inspection.ts';
import { platformsShownBy } from '../../model/platform-marks.ts';
import { OSES, type Os } from '../../model/prose.ts';
import type { ReportTexts } from '../../model/words.ts';

/** Linux comes last: its paths are the ends of others, such as `/opt/homebrew/etc/…`. */
const OWN_ORDER: readonly Os[] = [...OSES.filter((os) => os !== 'linux'), 'linux'];

/**
 * Detect a log's platform from its messages, by paths and by the product's own marks; or else from
 * the words around them, or because the messages are printed on that platform only. Return null if
 * nothing shows it.
 */
export function logPlatform(
  { product, findings, inspections, platform }: InspectedReport,
  words: Pick<ReportTexts, 'platforms' | 'logs' | 'entries'>,
): Os | null {
  const texts = findings.flatMap(({ chain, rest }) => [
    ...chain.map(({ text }) => text),
    rest ?? '',
  ]);
  const marks = words.platforms[product ?? ''] ?? {};
  const named = OWN_ORDER.find((os) =>
    marks[os]?.some((part) => texts.some((text) => text.includes(part))),
  );
  if (named !== undefined) return named;
  const isPossible = (os: Os): boolean => runsOn(product, os, words);
  const shown = platformsShownBy(texts.join('\n')).find(isPossible);
  if (shown !== undefined) return shown;
  if (platform !== undefined && isPossible(platform)) return platform;
  if (inspections.some(({ kind }) => kind === 'service')) return 'linux';
  const printedOn = findings.flatMap(({ chain }) =>
    chain.flatMap(({ entry }) => words.entries[entry]?.platform ?? []),
  );
  const [only, ...others] = new Set(printedOn);
  return only !== undefined && others.length === 0 && isPossible(only) ? only : null;
}

/** Return whether a product has a log on a platform; true if it does not say where its logs are. */
export function runsOn(
  product: string | null,
  os: Os,
  { logs }: Pick<ReportTexts, 'logs'>,
): boolean {
  return logs[product ?? '']?.some((place) => place.os === os) ?? true;
}
