import { describe, expect, it } from 'vitest';
import { maskSecrets } from './mask.ts';

describe('a masked line', () => {
  it.each([
    ['apikey = "abc"', 'apikey = "***"'],
    ['apikey＝abc', 'apikey＝***'],
    ['[mackerel-plugin-mysql -host db01 -password Sup3r]', '[mackerel-plugin-mysql -host db01 -password *****]'],
    ['command = ["x", "-password", "abc", "--user", "u:pw"]', 'command = ["x", "-password", "***", "--user", "u:**"]'],
    ['http_proxy = "http://u:p/w@proxy:3128"', 'http_proxy = "http://u:***@proxy:3128"'],
    ['mysql -u root -ps3cret -p s3c', 'mysql -u root -p****** -p ***'],
    ['DB_PASS=abc GET /?api_key=abd&x=1 REDIS_AUTH=abe', 'DB_PASS=*** GET /?api_key=***&x=1 REDIS_AUTH=***'],
    ['Authorization: Bearer abc.def-123', 'Authorization: Bearer ***********'],
    ['x xoxb-123456789012-abcdef https://hooks.slack.com/services/T0/B0/abc', 'x ************************ https://hooks.slack.com/services/*********'],
  ])('%s', (line, masked) => {
    expect(maskSecrets(line)).toBe(masked);
    expect(maskSecrets(masked)).toBe(masked);
  });
  it.each([
    'apikey = "<KEY>"',
    'check-procs -p nginx; check-tcp -p 443 -H db01; docker run -p 80:80; mackerel-agent -pidfile=/var/run/x.pid -productVersion',
    'find -print0 curl -u root https://x.example/a:b@c -H x',
    'failed to reload: token expected at line 3',
  ])('%s stays', (line) => expect(maskSecrets(line)).toBe(line));
  it('takes no longer than its length asks for', () => {
    for (const piece of ['-p ', 'password', '"a', '://a:', '-u a:', 'a_key', 'sk-', '-pa']) {
      const from = performance.now();
      maskSecrets(piece.repeat(100_000));
      expect(performance.now() - from, piece).toBeLessThan(500);
    }
  });
});
