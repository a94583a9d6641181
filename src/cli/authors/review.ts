import { writeFileSync } from 'node:fs';
import {
  contentPath,
  fingerprintOf,
  idOf,
  loadContent,
  reviewsOf,
  type Content,
  type Review,
} from '../../compiler/index.ts';
import { version as versionSchema } from '../../model/schemas/fields.ts';
import {
  REVIEWERS,
  type Reading,
  type Reviewer,
  type ReviewYaml,
} from '../../model/schemas/review.ts';
import { ROOT } from '../root.ts';
import { UsageError } from '../usage-error.ts';
import type { Arguments } from './arguments.ts';

const FILE = 'content/review.yaml';
const ABOUT =
  '# When each page was last read by somebody who did not write it: one person compares its facts\n' +
  '# with the source, and an editor reads each language. `npx shindan review` writes this file.\n';

/**
 * List the pages to read, or record that some were read today. Exits with 0: a text that nobody has
 * read is not a mistake.
 */
export function run({ values, positionals: [reviewer, ...pages] }: Arguments): number {
  if (reviewer === undefined) {
    process.stdout.write(renderReviews(reviewsOf(loadContent(ROOT))));
    return 0;
  }
  if (!isReviewer(reviewer) || pages.length === 0)
    throw new UsageError(`name one of ${REVIEWERS.join(', ')}, and the pages that were read`);
  const review = recordReadings(loadContent(ROOT), reviewer, pages, values['version']);
  writeFileSync(contentPath(ROOT, FILE), formatReview(review));
  process.stdout.write(`${FILE}: recorded a reading (${reviewer}) of ${pages.join(', ')}\n`);
  return 0;
}

function isReviewer(name: string): name is Reviewer {
  return (REVIEWERS as readonly string[]).includes(name);
}

function recordReadings(
  content: Content,
  reviewer: Reviewer,
  pages: string[],
  version: Arguments['values'][string],
): ReviewYaml {
  if (version !== undefined && !versionSchema.safeParse(version).success)
    throw new UsageError('--version needs a version, such as 0.87.0');
  const known = new Map([...content.entries, ...content.guides].map((page) => [idOf(page), page]));
  const date = new Date().toISOString().slice(0, 10);
  const review = { ...content.review };
  for (const id of pages) {
    const page = known.get(id);
    if (!page) throw new UsageError(`${id} is neither an entry nor a guide`);
    const against = typeof version === 'string' ? version : page.yaml.checked.version;
    const source = reviewer === 'facts' && against !== undefined ? { version: against } : {};
    const others = (review[id] ?? []).filter(({ by }) => by !== reviewer);
    const text = fingerprintOf(content, page, reviewer);
    review[id] = [...others, { by: reviewer, ...source, date, text }];
  }
  return review;
}

/** Format review.yaml: a line for each reading, so that merges are easy. */
function formatReview(review: ReviewYaml): string {
  const pages = Object.entries(review).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = pages.flatMap(([page, readings]) => [
    `${page}:`,
    ...readings.map(
      (reading) =>
        `  - { ${Object.entries(reading)
          .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
          .join(', ')} }`,
    ),
  ]);
  return `${ABOUT}${lines.join('\n')}\n`;
}

function renderReviews(reviews: Review[]): string {
  const open = reviews.filter(({ state }) => state !== 'read');
  const rows = open.map(({ state, reviewer, page, reading }) => {
    const since = reading ? `  (read ${reading.date}${versionOf(reading)})` : '';
    return `${state.padEnd(8)} ${reviewer.padEnd(6)} ${page}${since}`;
  });
  const counts = REVIEWERS.map((reviewer) => {
    const ofReviewer = reviews.filter((review) => review.reviewer === reviewer);
    const count = (state: Review['state']): number =>
      ofReviewer.filter((review) => review.state === state).length;
    return `${reviewer}: ${count('read')} read, ${count('changed')} changed, ${count('unread')} unread`;
  });
  return [...rows, ...counts, ''].join('\n');
}

function versionOf({ version }: Reading): string {
  return version === undefined ? '' : `, ${version}`;
}
