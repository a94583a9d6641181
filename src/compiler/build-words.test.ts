import { expect, it } from 'vitest';
import { openSampleContent } from '../../tests/open-sample-content.ts';
import { packWords, unpackWords, type PackedWords } from '../report/format/index.ts';
import { buildSymptoms, buildWords, type Inline } from './index.ts';

const content = openSampleContent();

it('packs text that looks like its own markup', () => {
  const children: Inline[] = [
    { kind: 'text', text: 'a `tick` ' },
    { kind: 'code', text: '@dns' },
    { kind: 'code', text: '`' },
    { kind: 'text', text: '{ [ @' },
    { kind: 'code', text: 'x' },
    { kind: 'entry', of: 'api/forbidden' },
    { kind: 'strong', children: [{ kind: 'guide', of: 'dns' }] },
    { kind: 'value', of: 'path', sample: '/var' },
  ];
  const words = buildWords(content, 'en');
  const guide = {
    title: 't',
    summary: 's',
    changes: { '1.2.0': 'It is fixed.' },
    symptoms: [],
    effect: 'degrades' as const,
    parts: [
      {
        name: 'Fix' as const,
        blocks: [
          { kind: 'paragraph' as const, children },
          { kind: 'code' as const, language: 'log', text: '3' },
        ],
      },
    ],
  };
  const packed = JSON.stringify(packWords({ ...words, guides: { guide } }));
  expect(unpackWords(JSON.parse(packed) as PackedWords).guides).toEqual({ guide });
});

it('merges the slips of one word from several thesaurus files', () => {
  const [file] = content.thesaurus;
  const thesaurus = [{ 起動: ['記動'] }, { 起動: ['機動'], 退役: ['対役'] }].flatMap((slips) =>
    file ? [{ ...file, slips }] : [],
  );
  expect(buildSymptoms({ ...content, thesaurus }, 'ja').thesaurus.slips).toEqual({
    起動: ['記動', '機動'],
    退役: ['対役'],
  });
});
