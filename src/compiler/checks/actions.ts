import type { Answer, Report } from '../../engine/index.ts';
import { applicableSteps, provenCause, type GuideParts } from '../../report/applicable-parts.ts';
import type { Content } from '../content.ts';

/** Return the causes and steps of a site's guides, whose ids are the same in every language. */
export function guidePartsOf({ site, guides }: Pick<Content, 'site' | 'guides'>): GuideParts {
  const [language] = site.languages;
  return {
    language,
    names: {},
    starts: {},
    logs: {},
    guides: Object.fromEntries(guides.map(({ slug, prose }) => [slug, prose[language]])),
  };
}

/** Return the ids of the cause that an answer proves and of its first step, as in a report. */
export function actionsIn(
  answer: Answer,
  report: Report,
  words: GuideParts,
): { cause: string | null; step: string | null } {
  const inspected = { ...report, kind: 'log' as const, inspections: [], reopened: null };
  const [first] = applicableSteps(answer, inspected, words);
  return { cause: provenCause(answer, words)?.id ?? null, step: first?.id ?? null };
}
