import type { ReportTexts } from '../../model/words.ts';
import { AnswerLink } from '../AnswerLink.tsx';
import { PageLink } from '../PageLink.tsx';

/**
 * Links to a guide: to its answer if the report has one, otherwise to its page. `below` lists the
 * guides of the report's answers.
 */
export function GuideLink({
  guide,
  below,
  words,
  root,
}: {
  guide: string;
  below: string[];
  words: ReportTexts;
  root: string;
}) {
  const title = words.guides[guide]?.title ?? guide;
  return below.includes(guide) ? (
    <AnswerLink guide={guide}>{title}</AnswerLink>
  ) : (
    <PageLink href={`${root}guides/${guide}/`}>{title}</PageLink>
  );
}
