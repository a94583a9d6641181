import type { Os } from '../catalog/prose.ts';
import type { InspectedReport } from '../inspect/report.ts';

/** What only one platform writes: places of its files, and the names of its parts of the agent. */
const MARKS: [Os, RegExp][] = [
  ['windows', /\b[A-Z]:\\|\*windows\.|The mackerel-agent service |mackerel-agent サービス/],
  ['macos', /\/Library\/mackerel-agent|\/opt\/homebrew\/|\*darwin\./],
  [
    'linux',
    /\/(?:etc|var\/lib|var\/run)\/mackerel-agent|\/proc\/|\*linux\.|mackerel-agent\.service/,
  ],
];

/** Tell by what its messages name where a log was written; null where they do not tell. */
export function logPlatform({ findings, inspections }: InspectedReport): Os | null {
  const texts = findings.flatMap(({ chain, rest }) => [
    ...chain.map(({ text }) => text),
    rest ?? '',
  ]);
  const named = MARKS.find(([, mark]) => texts.some((text) => mark.test(text)));
  if (named) return named[0];
  return inspections.some(({ kind }) => kind === 'service' || kind === 'meminfo') ? 'linux' : null;
}
