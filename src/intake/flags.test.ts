import { expect, it } from 'vitest';
import { flagsIn } from './flags.ts';

it.each([
  ['$ check-disk -w 10% -c 5% -p /mnt/data', { '-w': '10%', '-c': '5%', '-p': '/mnt/data' }],
  ['mackerel-plugin-nginx --port=8081 -path /status', { '-port': '8081', '-path': '/status' }],
  ['command = ["check-tcp", "-H", "db01", "-p", "5432"]', { '-H': 'db01', '-p': '5432' }],
  [
    'command = \'check-log -f /var/log/app.log -p "FATAL"\'',
    { '-f': '/var/log/app.log', '-p': 'FATAL' },
  ],
  ['check-ssh -H db01 -p Secret1Secret1', { '-H': 'db01' }],
  ['kubectl logs -p --tail=20 web', { '-tail': '20' }],
  ['a -p 1\nb -p 2 -q 3', { '-q': '3' }],
  ['mysql -u mon --password=Secret1Secret1', { '-u': 'mon' }],
  ['the disk is full - help me, 3-4 times a day', {}],
])('reads the options of %j', (text, flags) => {
  expect(flagsIn(text)).toEqual(flags);
});

it('reads the value of a named group, unless it has several values', () => {
  const patterns = ['kubectl .*-n (?<namespace>[a-z]+)', '(?<pod>(?<app>[a-z]+)-[a-z0-9]{5})'];
  expect(flagsIn('$ kubectl logs -n shop web-x2k8p', patterns)).toEqual({
    '-n': 'shop',
    '-namespace': 'shop',
    '-pod': 'web-x2k8p',
    '-app': 'web',
  });
  expect(flagsIn('web-x2k8p\napi-qx2lm', patterns)).toEqual({});
});
