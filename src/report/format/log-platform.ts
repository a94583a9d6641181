import type { InspectedReport } from '../../model/inspection.ts';
import { OSES, type Os } from '../../model/prose.ts';
import type { ReportTexts } from '../../model/words.ts';

/** What only one platform's log contains, whatever the product. */
const MARKS = [
  // Calls of the Windows network library, by which Go names its errors.
  ['windows', /\b[A-Z]:\\|\b(?:wsarecv|wsasend|connectex|getaddrinfow): /],
  ['macos', /\/Users\/|\/opt\/homebrew\//],
  ['linux', /\/proc\/|\w\.service\b/],
] as const;

/**
 * Detect a log's platform from its messages, by paths and by the product's own marks; return null
 * if they do not show it.
 */
export function logPlatform(
  { product, findings, inspections }: InspectedReport,
  words: Pick<ReportTexts, 'platforms'>,
): Os | null {
  const texts = findings.flatMap(({ chain, rest }) => [
    ...chain.map(({ text }) => text),
    rest ?? '',
  ]);
  const own = words.platforms[product ?? ''] ?? {};
  const named = OSES.find((os) =>
    own[os]?.some((part) => texts.some((text) => text.includes(part))),
  );
  const shown = named ?? MARKS.find(([, mark]) => texts.some((text) => mark.test(text)))?.[0];
  if (shown !== undefined) return shown;
  return inspections.some(({ kind }) => kind === 'service' || kind === 'meminfo') ? 'linux' : null;
}
