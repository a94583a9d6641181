import { expect, it } from 'vitest';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { isShownInReports } from './answering-guides.ts';
import { buildSymptoms } from './index.ts';

const content = openSampleContent();

it('leaves out steps that no report shows, whatever its evidence', () => {
  const [guide] = content.guides;
  if (!guide) throw new Error('the sample content has no guide');
  const causes = { proven: ['fix', 'start'], never: ['start', 'page-only'] };
  const shownWith = (cause?: string | string[], leaves?: string): string[] => {
    const evidence = [
      { chain: ['api/forbidden'], confidence: 'certain' as const, ...(cause && { cause }) },
    ];
    const entries = content.entries.map((entry) => ({
      ...entry,
      yaml: { ...entry.yaml, ...(leaves !== undefined && { leaves }) },
    }));
    const isShown = isShownInReports({ ...content, entries })({
      ...guide,
      yaml: { ...guide.yaml, evidence, causes },
    });
    return ['ask', 'fix', 'start', 'page-only'].filter((id) =>
      isShown({ kind: 'step', id, title: '', children: [] }),
    );
  };
  // All evidence proves a cause, so no report asks which cause it is.
  expect(shownWith('proven')).toEqual(['fix', 'start']);
  expect(shownWith(['proven', 'never'])).toEqual(['ask', 'fix', 'start', 'page-only']);
  expect(shownWith()).toEqual(['ask', 'fix', 'start', 'page-only']);
  // A report on a fixed fault may show the guide without evidence, so the cause is not proven.
  expect(shownWith('proven', guide.slug)).toEqual(['ask', 'fix', 'start', 'page-only']);
});

it('merges the misspellings of a word from several thesaurus files', () => {
  const [file] = content.thesaurus;
  const thesaurus = [{ 起動: ['記動'] }, { 起動: ['機動'], 退役: ['対役'] }].flatMap((slips) =>
    file ? [{ ...file, slips }] : [],
  );
  expect(buildSymptoms({ ...content, thesaurus }, 'ja').thesaurus.slips).toEqual({
    起動: ['記動', '機動'],
    退役: ['対役'],
  });
});
