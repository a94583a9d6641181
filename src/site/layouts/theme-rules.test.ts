import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { THEME_COLORS } from '../../model/theme.ts';
import { themeRules } from './theme-rules.ts';

it('sets the colors that the site names, and then its own rules', () => {
  const accent = { light: '#0a6b35', dark: '#63d28f' };
  const css = '.brand { font-weight: 400 }';
  expect(themeRules({ theme: { accent }, css })).toBe(
    ':root{--accent:light-dark(#0a6b35,#63d28f)}.brand { font-weight: 400 }',
  );
  expect(themeRules({ theme: {}, css: '' })).toBe('');
});

it('can set only tokens that exist', () => {
  const tokens = readFileSync('src/site/styles/tokens.css', 'utf8');
  for (const name of THEME_COLORS) expect(tokens).toContain(`  --${name}: light-dark(`);
});
