/**
 * Shiki theme built on the site's design tokens (src/site/styles/tokens.css), for both light and
 * dark mode.
 */
export const theme = {
  name: 'shindan',
  type: 'light' as const,
  colors: { 'editor.foreground': 'var(--code-ink)', 'editor.background': 'var(--code-paper)' },
  settings: [
    {
      scope: ['comment', 'log.time', 'log.source', 'punctuation.definition.comment'],
      settings: { foreground: 'var(--code-quiet)' },
    },
    {
      scope: ['log.level.bad', 'invalid'],
      settings: { foreground: 'var(--code-bad)', fontStyle: 'bold' },
    },
    {
      scope: ['log.level.warning'],
      settings: { foreground: 'var(--code-warning)', fontStyle: 'bold' },
    },
    {
      scope: ['log.level', 'keyword', 'storage', 'entity.name.tag'],
      settings: { foreground: 'var(--code-key)' },
    },
    {
      scope: ['log.tag', 'entity.name.function', 'support.function', 'variable.other.key'],
      settings: { foreground: 'var(--code-name)' },
    },
    { scope: ['log.string', 'string'], settings: { foreground: 'var(--code-string)' } },
    { scope: ['log.url', 'log.path'], settings: { foreground: 'var(--code-string)' } },
    { scope: ['log.number', 'constant'], settings: { foreground: 'var(--code-number)' } },
  ],
};
