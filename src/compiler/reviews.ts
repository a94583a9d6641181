import { createHash } from 'node:crypto';
import type { Content, Entry, Guide } from './content.ts';
import { textsOfPage } from './all-texts.ts';
import { REVIEWERS, type Reading, type Reviewer } from '../model/schemas/review.ts';

/** When one reviewer last read a page, and whether its text has changed since then. */
export interface Review {
  /** The id of the entry, or the slug of the guide. */
  page: string;
  reviewer: Reviewer;
  state: 'read' | 'changed' | 'unread';
  reading?: Reading;
}

/** Compare each page with the text that each reviewer has read. */
export function reviewsOf(content: Content): Review[] {
  const reviewers = REVIEWERS.filter((name) => name === 'facts' || isOfSite(content, name));
  return [...content.entries, ...content.guides].flatMap((page) =>
    reviewers.map((reviewer): Review => {
      const id = idOf(page);
      const reading = content.review[id]?.find(({ by }) => by === reviewer);
      if (!reading) return { page: id, reviewer, state: 'unread' };
      const isSame = reading.text === fingerprintOf(content, page, reviewer);
      return { page: id, reviewer, state: isSame ? 'read' : 'changed', reading };
    }),
  );
}

/** Return the key of a page in review.yaml: the id of an entry, or the slug of a guide. */
export function idOf(page: Entry | Guide): string {
  return 'id' in page ? page.id : page.slug;
}

/** Return a fingerprint of the prose and commands of a page that a reviewer reads. */
export function fingerprintOf(content: Content, page: Entry | Guide, reviewer: Reviewer): string {
  const languages = reviewer === 'facts' ? content.site.languages : [reviewer];
  const texts = languages.map((language) => textsOfPage(page, language));
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 8);
}

function isOfSite({ site }: Content, language: Exclude<Reviewer, 'facts'>): boolean {
  return site.languages.includes(language);
}
