import { formatPercent, escapeReport } from './format/index.ts';
import { probeSentence } from './probe-sentence.ts';
import { nameInTextOf } from '../i18n/name-in-text.ts';
import { backendOf, productNames, type NamingWords } from '../i18n/product-names.ts';
import { sentences } from '../i18n/sentences.ts';
import { adviseService, type Inspection } from '../intake/index.ts';

const SHOWN = 20;

/**
 * Describe what each command output shows, one paragraph each. Leave out configurations, which have
 * their own section, and configtest, which the answers cover.
 */
export function describeOutputs(inspections: readonly Inspection[], words: NamingWords): string[] {
  return inspections
    .map((inspection) => linesOf(escapeReport(inspection), words).join('\n').trimEnd())
    .filter((paragraph) => paragraph !== '');
}

function linesOf(inspection: Inspection, words: NamingWords): string[] {
  const backend = backendOf(productNames(words, inspection.product));
  const nameInText = nameInTextOf(words, inspection.product);
  const {
    inspect: { service, disk },
    probe,
    punctuation: { colon, aside },
  } = sentences[words.language];
  switch (inspection.kind) {
    case 'service':
      return [
        `${service.title(inspection.unit)}${colon}${service.now(inspection)}`,
        ...adviseService(inspection).flatMap(({ about, command }) =>
          [service[about](nameInText), command === null ? [] : `\n    ${command}\n`].flat(),
        ),
      ];
    case 'probe':
      return [
        probeSentence(inspection, words),
        inspection.said === null ? [] : `${probe.said}${colon}${inspection.said}`,
      ].flat();
    case 'df':
      if (inspection.errors.length > 0)
        return [disk.errors, ...inspection.errors.slice(0, SHOWN).map((error) => `    ${error}`)];
      return inspection.unit === 'other'
        ? [disk.human(backend)]
        : inspection.filesystems
            .filter(({ posted }) => posted)
            .slice(0, SHOWN)
            .map(
              ({ device, mount, used, size }) =>
                `- ${device}${aside(mount)}${colon}${formatPercent(used, size)}`,
            );
    default:
      return [];
  }
}
