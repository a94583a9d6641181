import { expect, it } from 'vitest';
import { buildSymptoms } from '../../src/compiler/index.ts';
import { content } from '../helpers/whole-content.ts';
import { unusedWords } from './unused-words.ts';

const { thesaurus } = buildSymptoms(content, 'en');

it('lists the synonyms that no query has', () => {
  const [first = '', ...others] = thesaurus.same[0] ?? [];
  const same = [[first, ...others, 'ほげほげ']];
  expect(unusedWords({ ...thesaurus, same }, [first, 'ほげほげ'])).not.toContain(first);
  expect(unusedWords({ ...thesaurus, same }, [first])).toContain('ほげほげ');
});
