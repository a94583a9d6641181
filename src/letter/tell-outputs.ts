import type { Words } from '../catalog/words.ts';
import { visible } from '../display/index.ts';
import { sentences } from '../i18n/sentences.ts';
import { adviseService, type DfInspection, type Inspection, type MeminfoInspection, type ServiceInspection } from '../inspect/index.ts';

const SHOWN_FILESYSTEMS = 20;
const SHOWN_ERRORS = 5;

/** Tell what the outputs of commands say that a customer sent, a paragraph each; configurations have a section of their own, and of configtest the answers tell. */
export function tellOutputs(inspections: readonly Inspection[], language: Words['language']): string[] {
  return inspections.flatMap((inspection) => {
    switch (inspection.kind) {
      case 'service':
        return [service(inspection, language)];
      case 'probe': {
        const { meaning, said } = sentences[language].probe;
        return [[meaning[inspection.case](inspection.status), ...(inspection.said === null ? [] : [`${said}${sentences[language].letter.colon}${visible(inspection.said)}`])].join('\n')];
      }
      case 'meminfo':
        return [memory(inspection, language)];
      case 'df':
        return [disk(inspection, language)];
      case 'config':
      case 'configtest':
        return [];
    }
  });
}

function service(inspection: ServiceInspection, language: Words['language']): string {
  const { service: text } = sentences[language].inspect;
  const { unit, state, since, exit } = inspection;
  return [
    `${text.title(visible(unit))}${sentences[language].letter.colon}${visible(text.now(state, since, exit))}`,
    ...adviseService(inspection).flatMap(({ about, command }) => [text[about], ...(command === null ? [] : ['', `    ${visible(command)}`, ''])]),
  ].join('\n').trimEnd();
}

function memory({ total, used, free, buffers, cached, available }: MeminfoInspection, language: Words['language']): string {
  const { memory: text } = sentences[language].inspect;
  const { colon, aside } = sentences[language].letter;
  const parts = available === null ? ({ used, cached, buffers, free } as const) : ({ used, available } as const);
  return [
    ...Object.entries(parts).map(([name, value]) => `- ${text.parts[name as keyof typeof text.parts]}${colon}${mebibytes(value)}${aside(percent(value, total))}`),
    '',
    available === null ? text.howOld : text.howNew,
  ].join('\n');
}

function disk({ filesystems, errors, unit }: DfInspection, language: Words['language']): string {
  const { disk: text } = sentences[language].inspect;
  const { colon, aside } = sentences[language].letter;
  if (errors.length > 0) return [text.errors, ...errors.slice(0, SHOWN_ERRORS).map((error) => `    ${visible(error)}`)].join('\n');
  if (unit === 'other') return text.human;
  const posted = filesystems.filter((filesystem) => filesystem.posted).slice(0, SHOWN_FILESYSTEMS);
  return [...posted.map(({ device, mount, used, size }) => `- ${visible(device)}${aside(visible(mount))}${colon}${percent(used, size)}`), '', text.only].join('\n');
}

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
const percent = (part: number, whole: number): string => `${whole === 0 ? '0.0' : ((part / whole) * 100).toFixed(1)} %`;
