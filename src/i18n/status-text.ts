import type { InspectedReport } from '../inspect/index.ts';
import { inspectText } from './inspect.ts';
import { reportText } from './report.ts';

/** Say a report's status in a sentence; what is no log has its own words. */
export function statusText({ kind, status }: InspectedReport, language: 'en' | 'ja'): string {
  const text = inspectText[language];
  if (kind !== 'log' && status === 'healthy') return text.healthy[kind];
  return kind !== 'log' && status === 'unrecognised' ? text.undecided : reportText[language].status[status];
}
