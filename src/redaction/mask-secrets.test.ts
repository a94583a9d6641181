import { describe, expect, it } from 'vitest';
import { processorTime } from '../../tests/helpers/processor-time.ts';
import { maskReport, maskSecrets } from './mask-secrets.ts';
import { diagnose, smallCatalog } from '../../tests/helpers/small-catalog.ts';

describe('maskSecrets', () => {
  it.each([
    ['apikey = "abc"', 'apikey = "***"'],
    ['apikey＝abc', 'apikey＝***'],
    [
      '[mackerel-plugin-mysql -host db01 -password Sup3r]',
      '[mackerel-plugin-mysql -host db01 -password *****]',
    ],
    [
      'command = ["x", "-password", "abc", "--user", "u:pw"]',
      'command = ["x", "-password", "***", "--user", "u:**"]',
    ],
    ['http_proxy = "http://u:p/w@proxy:3128"', 'http_proxy = "http://u:***@proxy:3128"'],
    ['mysql -u root -ps3cret -p s3c', 'mysql -u root -p****** -p ***'],
    ['check-log -p FATAL; mysql -p s3c', 'check-log -p FATAL; mysql -p ***'],
    ['ps aux|mysql -p s3c', 'ps aux|mysql -p ***'],
    [
      'DB_PASS=abc GET /?api_key=abd&x=1 REDIS_AUTH=abe',
      'DB_PASS=*** GET /?api_key=***&x=1 REDIS_AUTH=***',
    ],
    ['Authorization: Bearer abc.def-123', 'Authorization: Bearer ***********'],
    ['{"log":"apikey = \\"abc\\"","x":1}', '{"log":"apikey = \\"***\\"","x":1}'],
    ['X-Api-Key: abcd', 'X-Api-Key: ****'],
    [
      'x xoxb-123456789012-abcdef https://hooks.slack.com/services/T0/B0/abc',
      'x ************************ https://hooks.slack.com/services/*********',
    ],
  ])('masks %s', (line, masked) => {
    expect(maskSecrets(line)).toBe(masked);
    expect(maskSecrets(masked)).toBe(masked);
  });
  it.each([
    'apikey = "<KEY>"',
    'check-procs -p nginx; check-tcp -p 443 -H db01; docker run -p 80:80; mackerel-agent -pidfile=/var/run/x.pid -productVersion',
    'check-log -f /var/log/app.log -p "ERROR|FATAL" -p "disk full"',
    'command = ["check-log", "-f", "/var/log/app.log", "-p", "ERROR|FATAL", "-p", "Timeout"]',
    'find -print0 curl -u root https://x.example/a:b@c -H x',
    'failed to reload: token expected at line 3',
  ])('leaves %s unchanged', (line) => expect(maskSecrets(line)).toBe(line));
  it('takes linear time', () => {
    for (const piece of ['-p ', 'password', '"a', '://a:', '-u a:', 'a_key', 'sk-', '-pa']) {
      const text = piece.repeat(100_000);
      expect(
        processorTime(() => maskSecrets(text)),
        piece,
      ).toBeLessThan(500);
    }
  });
});

it('masks secrets in a report, but not hosts', () => {
  const report = diagnose(smallCatalog([]), [
    '03:05:00 INFO Starting agent version:1.0',
    '03:05:01 WARNING start failed: dial db01:443 with token=abc: connection refused',
  ]);
  const masked = JSON.stringify(maskReport(report));
  expect(JSON.stringify(report)).toContain('token=abc');
  expect(masked).toContain('token=***');
  expect(masked).toContain('db01:443');
});
