import type { Os } from '../../model/prose.ts';
import type { InspectedReport } from '../../model/inspection.ts';

/** Text that only one platform's log contains: file paths and names of platform-specific code. */
const MARKS: [Os, RegExp][] = [
  ['windows', /\b[A-Z]:\\|\*windows\.|The mackerel-agent service |mackerel-agent サービス/],
  ['macos', /\/Library\/mackerel-agent|\/opt\/homebrew\/|\*darwin\./],
  [
    'linux',
    /\/(?:etc|var\/lib|var\/run)\/mackerel-agent|\/proc\/|\*linux\.|mackerel-agent\.service/,
  ],
];

/** Detect a log's platform from its messages; return null if they do not show it. */
export function logPlatform({ findings, inspections }: InspectedReport): Os | null {
  const texts = findings.flatMap(({ chain, rest }) => [
    ...chain.map(({ text }) => text),
    rest ?? '',
  ]);
  const named = MARKS.find(([, mark]) => texts.some((text) => mark.test(text)));
  if (named) return named[0];
  return inspections.some(({ kind }) => kind === 'service' || kind === 'meminfo') ? 'linux' : null;
}
