import { expect, it } from 'vitest';
import { patternOfFormat, shapeOfFormat, templateOfFormat } from './format-strings.ts';

it.each([
  ['Failed: %s', 'Failed: *'],
  ['%d%% of %-5.2f done\n', '*% of * done'],
  ['%[1]q and %+v', '* and *'],
  ['%(name)s is gone', '* is gone'],
  ['{} of {name:?} and ${value}', '* of * and *'],
  ['%lu bytes, %ld lines', '* bytes, * lines'],
  ['100% sure', '100% sure'],
])('reduces %j to %j', (text, shape) => expect(shapeOfFormat(text)).toBe(shape));

it('matches the messages of a format string', () => {
  expect(patternOfFormat('Failed (%d): %s')?.test('Failed (3): it broke')).toBe(true);
  expect(patternOfFormat('Failed (%d): %s')?.test('It Failed (3): x')).toBe(false);
  expect(patternOfFormat('%s: %v')).toBeNull();
});

it.each([
  ['Failed (%d): %s\n', 'Failed ({number:int}): {cause}'],
  [
    'plugin %q outputs %v of %v',
    'plugin "{value:quoted}" outputs {value-2:text} of {value-3:text}',
  ],
  ['%s: %d%% {}', '{value:text}: {number:int}% {value-2:text}'],
])('makes a template of %j', (text, template) => expect(templateOfFormat(text)).toBe(template));
