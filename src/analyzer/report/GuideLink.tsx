import { AnswerLink } from '../AnswerLink.tsx';
import { PageLink } from '../PageLink.tsx';
import { useReport } from './report-context.ts';

/** Links to a guide: to its answer if the report has one, otherwise to its page. */
export function GuideLink({ guide }: { guide: string }) {
  const { report, words, root } = useReport();
  const title = words.guides[guide]?.title ?? guide;
  return report.answers.some((answer) => answer.guide === guide) ? (
    <AnswerLink guide={guide}>{title}</AnswerLink>
  ) : (
    <PageLink href={`${root}guides/${guide}/`}>{title}</PageLink>
  );
}
