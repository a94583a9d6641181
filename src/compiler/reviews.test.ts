import { expect, it } from 'vitest';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import type { Guide } from './content.ts';
import { fingerprintOf, reviewsOf } from './reviews.ts';

const sample = openSampleContent();
const page = guideNamed('key-rejected');
const text = fingerprintOf(sample, page, 'facts');
const content = {
  ...sample,
  entries: [],
  guides: [page],
  review: { [page.slug]: [{ by: 'facts' as const, date: '2026-11-29', text }] },
};

function guideNamed(name: string): Guide {
  const guide = sample.guides.find(({ slug }) => slug === name);
  if (!guide) throw new Error(`the sample content has no guide ${name}`);
  return guide;
}

/** Return the state of each reviewer's reading after the page was edited. */
function statesAfter(edit: Partial<Guide>): string[] {
  return reviewsOf({ ...content, guides: [{ ...page, ...edit }] }).map(({ state }) => state);
}

it('tells what was read and what was not', () =>
  expect(reviewsOf(content).map(({ reviewer, state }) => `${reviewer} ${state}`)).toEqual([
    'facts read',
    'ja unread',
    'en unread',
  ]));

it('notices a change of a text in any language', () => {
  const { en, ja } = page.prose;
  const head = { ...ja.head, summary: 'まだ読まれていない文です。' };
  expect(statesAfter({ prose: { en, ja: { ...ja, head } } })[0]).toBe('changed');
});

it('ignores what a reader does not see', () => {
  const { en, ja } = page.prose;
  const head = { ...en.head, symptoms: ['another search phrase'] };
  expect(statesAfter({ prose: { en: { ...en, head }, ja } })[0]).toBe('read');
  expect(statesAfter({ yaml: { ...page.yaml, order: 99 } })[0]).toBe('read');
});
