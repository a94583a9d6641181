/** Generators of valid and invalid TOML configuration files, and sample outputs of commands. */
import fc from 'fast-check';
import { LOG_START, DF } from '../helpers/test-pastes.ts';
import { settingsOf } from '../helpers/settings-of.ts';
import { content } from '../helpers/whole-content.ts';

const names = [
  ...new Set(
    settingsOf(content)
      .settings.flatMap(({ paths }) => paths)
      .flatMap((path) => path.split('.')),
  ),
].map((name) => (name === '*' ? 'web' : name));
const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names) },
  { weight: 2, arbitrary: fc.stringMatching(/^[\w-]{1,12}$/) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map((text) => JSON.stringify(text)),
  },
);
const key = fc
  .oneof(
    { weight: 30, arbitrary: fc.array(name, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(name, { minLength: 15, maxLength: 30 }) },
  )
  .map((parts) => parts.join('.'));
const text = fc.oneof(
  fc.constantFrom(
    'x',
    'My-Service:app',
    '10m',
    'C:\\temp',
    '(?i)^a[]b]{2}',
    'https://u:p@proxy.example.com:3128',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const quoted = fc
  .tuple(text, fc.constantFrom('"', "'", '"""', "'''", '“', ''))
  .map(([inner, quote]) => quote + inner + quote);
const scalar = fc.oneof(
  quoted,
  fc.integer().map(String),
  fc.constantFrom(
    'true',
    'yes',
    '1.5',
    '1e400',
    '0x1f',
    'nan',
    '1979-05-27',
    '07:32',
    '',
    '{}',
    '[]',
  ),
);

const { value } = fc.letrec<{ value: string; list: string; braces: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, scalar, tie('list'), tie('braces')),
  list: fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
  braces: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 3 })
    .map((pairs) => `{ ${pairs.map(([left, right]) => `${left} = ${right}`).join(', ')} }`),
}));

const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(key, fc.constantFrom(' = ', '=', ': ', ' '), value)
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: key.map((path) => `[${path}]`) },
  { weight: 1, arbitrary: key.map((path) => `[[${path}]]`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '# comment',
      '',
      '[plugin.checks.web]',
      '[plugin.metrics.web',
      'command = ["a", 1]',
    ),
  },
);

/** A configuration file made of random lines. */
export const configuration = fc
  .tuple(fc.array(line, { maxLength: 20 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join(end));

/** Command outputs, and text that is pasted around them. */
export const outputs = [
  LOG_START,
  DF,
  '● mackerel-agent.service - mackerel.io agent\n     Loaded: loaded (/lib/systemd/system/mackerel-agent.service; enabled; vendor preset: enabled)\n     Active: failed (Result: exit-code) since Mon 2026-03-02 04:12:09 JST; 1min ago\n   Main PID: 312 (code=exited, status=1/FAILURE)\n',
  'Status   Name               DisplayName\n------   ----               -----------\nStopped  mackerel-agent     mackerel-agent\n',
  'SERVICE_NAME: mackerel-agent\n        STATE              : 1  STOPPED\n        WIN32_EXIT_CODE    : 1077  (0x435)\n',
  '[CRITICAL] failed to test config: toml: line 3\n',
  'SUCCESS (configtest)\n',
  '$ curl -sS -w \'\\n%{http_code}\\n\' https://api.mackerelio.com/api/v0/org\n{"error":"Authentication failed."}\n401\n',
  'curl: (6) Could not resolve host: api.mackerelio.com\n000\n',
  'shindan-report/1\nlVPBbtQwEP2VUU4gJVbi\nshindan-end/9f3ab211\n',
  '> > quoted mail\n',
  'root@web01:~# cat /etc/mackerel-agent/mackerel-agent.conf\n',
  '```toml\n',
  '     1\tx = 1\n',
] as const;
