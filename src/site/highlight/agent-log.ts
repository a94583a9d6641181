/**
 * The TextMate grammar of agent logs: level, tag, time, source, path, URL, quoted value, number.
 */
export const agentLog = {
  name: 'log',
  scopeName: 'text.log.agent',
  repository: {},
  patterns: [
    {
      name: 'log.time',
      match:
        '\\b\\d{4}[-/]\\d{2}[-/]\\d{2}[ T]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?(?:Z|[+-]\\d{2}:?\\d{2})?|^[A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2}',
    },
    { name: 'log.source', match: '\\b[\\w.-]+\\.go:\\d+:' },
    { name: 'log.level.bad', match: '\\b(?:ERROR|CRITICAL)\\b' },
    { name: 'log.level.warning', match: '\\bWARNING\\b' },
    { name: 'log.level', match: '\\b(?:TRACE|DEBUG|INFO)\\b' },
    { name: 'log.tag', match: '<[a-z][\\w.-]*>' },
    { name: 'log.url', match: '\\bhttps?://[^\\s"]+' },
    { name: 'log.string', match: '"(?:\\\\.|[^"\\\\])*"' },
    { name: 'log.path', match: '(?<![\\w/])/[\\w.@/-]+|\\b[A-Z]:\\\\[^\\s":]+' },
    { name: 'log.number', match: '\\b\\d+(?:\\.\\d+)*(?::\\d+)?\\b' },
  ],
};
