/**
 * The TextMate grammar of logs: level, tag, time, source, path, URL, quoted value, number.
 */
export const logGrammar = {
  name: 'log',
  scopeName: 'text.log',
  repository: {},
  patterns: [
    {
      name: 'log.time',
      match:
        '\\b\\d{4}[-/]\\d{2}[-/]\\d{2}[ T]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?(?:Z|[+-]\\d{2}:?\\d{2})?|^[A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2}',
    },
    { name: 'log.source', match: '\\b[\\w.-]+\\.go:\\d+:' },
    {
      name: 'log.level.bad',
      match: '\\b(?:ERROR|SEVERE|CRITICAL|FATAL|PANIC)\\b|\\[(?:error|crit|alert|emerg)\\]',
    },
    { name: 'log.level.warning', match: '\\bWARN(?:ING)?\\b|\\[warn\\]' },
    {
      name: 'log.level',
      match: '\\b(?:TRACE|DEBUG|INFO|NOTICE|LOG)\\b|\\[(?:debug|info|notice)\\]',
    },
    { name: 'log.tag', match: '<[a-z][\\w.-]*>' },
    { name: 'log.url', match: '\\bhttps?://[^\\s"]+' },
    { name: 'log.string', match: '"(?:\\\\.|[^"\\\\])*"' },
    { name: 'log.path', match: '(?<![\\w/])/[\\w.@/-]+|\\b[A-Z]:\\\\[^\\s":]+' },
    { name: 'log.number', match: '\\b\\d+(?:\\.\\d+)*(?::\\d+)?\\b' },
  ],
};
