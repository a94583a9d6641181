import { describe, expect, it } from 'vitest';
import { forStartScripts, usesStartScripts } from './older-init.ts';

describe('usesStartScripts', () => {
  it.each([
    '$ sudo /etc/init.d/example restart',
    'Starting example:                                          [FAILED]',
    ' * Starting example                                         [ OK ]',
    'example dead but pid file exists',
    'The host runs CentOS release 6.10 (Final).',
    'Amazon Linux AMI 2018.03で動いています',
    'example-0.40.0-1.el6.x86_64',
    'FreeBSD 14.1-RELEASEです',
    '# rc-service example status',
  ])('sees it in %s', (text) => expect(usesStartScripts(text)).toBe(true));

  it.each([
    'Starting example version:0.87.0',
    'CentOS 7 and Amazon Linux 2023',
    'Ubuntu 22.04, since Ubuntu 14.04: systemd[1]: Started example.',
    '2026/11/30 10:00:00 INFO service example start',
  ])('does not see it in %s', (text) => expect(usesStartScripts(text)).toBe(false));
});

describe('forStartScripts', () => {
  it.each([
    ['sudo systemctl restart example', 'sudo service example restart'],
    [
      'example check && sudo systemctl reload example.service',
      'example check && sudo service example reload',
    ],
    ['systemctl status example --no-pager', 'service example status'],
    ['systemctl cat example', 'systemctl cat example'],
    [
      'date; sudo journalctl -u example.service -n 20 --no-pager',
      'date; tail /var/log/example.log',
    ],
    ["journalctl -u example --since -1h | grep 'x'", "tail /var/log/example.log | grep 'x'"],
  ])('writes %s as %s', (command, expected) =>
    expect(forStartScripts(command, 'tail /var/log/example.log')).toBe(expected),
  );

  it('keeps the journal if no other log is known', () => {
    expect(forStartScripts('journalctl -u example', null)).toBe('journalctl -u example');
  });
});
