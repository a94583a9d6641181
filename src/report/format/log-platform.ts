import type { InspectedReport } from '../../model/inspection.ts';
import { platformsShownBy } from '../../model/platform-marks.ts';
import { OSES, type Os } from '../../model/prose.ts';
import type { ReportTexts } from '../../model/words.ts';

/**
 * Detect a log's platform from its messages, by paths and by the product's own marks, or else from
 * the words around them; return null if nothing shows it.
 */
export function logPlatform(
  { product, findings, inspections, platform }: InspectedReport,
  words: Pick<ReportTexts, 'platforms' | 'logs'>,
): Os | null {
  const texts = findings.flatMap(({ chain, rest }) => [
    ...chain.map(({ text }) => text),
    rest ?? '',
  ]);
  const own = words.platforms[product ?? ''] ?? {};
  const named = OSES.find((os) =>
    own[os]?.some((part) => texts.some((text) => text.includes(part))),
  );
  if (named !== undefined) return named;
  const places = words.logs[product ?? ''];
  const runsOn = (os: Os): boolean =>
    places === undefined || places.some((place) => place.os === os);
  const shown = platformsShownBy(texts.join('\n')).find(runsOn);
  if (shown !== undefined) return shown;
  if (platform !== undefined && runsOn(platform)) return platform;
  return inspections.some(({ kind }) => kind === 'service' || kind === 'meminfo') ? 'linux' : null;
}
