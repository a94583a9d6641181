import { expect, it } from 'vitest';
import { isCovered } from './covered.ts';
import { drawCard } from './draw-card.ts';

const draw = (title: string): string =>
  drawCard(
    { lang: 'ja', label: '起動と停止', title, foot: 'x', tone: 'now' },
    { accent: '#2e49b2', hasIcon: true },
  );

it('escapes the texts of a card', () => {
  expect(draw('<main> & "x"')).toContain('>&lt;main> &amp; "x"</text>');
});

it('breaks a long title into smaller lines, never through a word', () => {
  const title = '「failed to find this host on mackerel」と出て起動しない';
  const lines = [...draw(title.repeat(3)).matchAll(/fill="#1b1e28">([^<]+)</g)].map(
    ([, line]) => line,
  );
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.join('').replaceAll(' ', '')).toBe(title.repeat(3).replaceAll(' ', ''));
  expect(draw(title)).toContain('font-size="76"');
});

it.each([
  ['APIキーが拒否された（401・403）', true],
  ['Über “x” – …', true],
  ['龘', false],
  ['🙂', false],
])('knows whether its font has the characters of %s', (text, covered) => {
  expect(isCovered(text)).toBe(covered);
});
