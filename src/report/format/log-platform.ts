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
  const shown = named ?? platformsShownBy(texts.join('\n'))[0];
  if (shown !== undefined) return shown;
  const places = words.logs[product ?? ''];
  if (platform !== undefined && (places === undefined || places.some(({ os }) => os === platform)))
    return platform;
  return inspections.some(({ kind }) => kind === 'service' || kind === 'meminfo') ? 'linux' : null;
}
