import { expect, it } from 'vitest';
import { codeToHtml, createHighlighter } from 'shiki';
import { logGrammar } from './log-grammar.ts';
import { breakOpportunities } from './break-opportunities.ts';
import { theme } from './theme.ts';
import { tokenClasses } from './token-classes.ts';

const highlight = (code: string, lang: typeof logGrammar | 'sh'): Promise<string> =>
  codeToHtml(code, { lang: lang as 'sh', theme, transformers: [tokenClasses] });

it('marks the parts of a log line with classes, not styles', async () => {
  const html = await highlight(
    '2026/06/30 15:04:19 command.go:376: WARNING <command> Get "https://example.com/": open /etc/x: 3 tries',
    logGrammar,
  );
  const parts = [...html.matchAll(/<span class="c-(\w+)">(.*?)<\/span>/g)].map(([, name, text]) => [
    name,
    text?.trim(),
  ]);
  expect(parts).toEqual([
    ['quiet', '2026/06/30 15:04:19 command.go:376:'],
    ['warning', 'WARNING'],
    ['name', '&#x3C;command>'],
    ['string', '"https://example.com/"'],
    ['string', '/etc/x'],
    ['number', '3'],
  ]);
  expect(html).not.toContain('style=');
});

it('escapes hostile text', async () => {
  expect(await highlight('ERROR <main> <img src=x onerror=alert(1)>', logGrammar)).not.toContain(
    '<img',
  );
});

it('highlights shell commands', async () => {
  expect(await highlight('sudo systemctl start mackerel-agent # now', 'sh')).toMatch(/class="c-/);
});

it('has one element for words of a command that look the same', async () => {
  const html = await highlight('curl -sS -m 40 https://example.com/ /tmp/a', 'sh');
  expect([...html.matchAll(/<span class="c-\w+">(.*?)<\/span>/g)].map(([, text]) => text)).toEqual([
    'curl',
    ' -sS -m 40',
    ' https://example.com/ /tmp/a',
  ]);
});

it('leaves white space between tokens without an element', async () => {
  expect(await highlight('tail -n 20 /var/log/messages', 'sh')).not.toMatch(/class="c-\w+">\s+</);
});

it('lets a log line break only after the slashes of a URL', async () => {
  const shiki = await createHighlighter({ themes: [theme], langs: [logGrammar] });
  const html = shiki.codeToHtml(
    '2026/06/30 15:04:19 ERROR <command> Get "https://example.com/api/v0/tsdb": dial tcp 203.0.113.80:443',
    { lang: 'log', theme, transformers: [tokenClasses, breakOpportunities] },
  );
  expect(html).toContain('"https://<wbr>example.com/<wbr>api/<wbr>v0/<wbr>tsdb"');
  expect([...html.matchAll(/<wbr>/g)]).toHaveLength(4);
});
