import { describe, expect, it } from 'vitest';
import { looksLike } from './looks-like.ts';

describe('what an unrecognized text looks like', () => {
  it.each([
    ['Mar  2 04:13:00 web01 sshd[812]: Accepted publickey for root', { program: 'sshd' }],
    ['<30>2026-03-02T04:13:00+09:00 web01 cron: job done', { program: 'cron' }],
    ['Exception in thread "main" java.lang.Error\n\tat a.B.run(B.java:42)', { kind: 'java' }],
    ['Traceback (most recent call last):\n  File "a.py", line 1, in <module>', { kind: 'python' }],
    ['panic: boom\n\ngoroutine 1 [running]:', { kind: 'go' }],
    ['Error: x\n    at run (/srv/a.js:1:2)', { kind: 'node' }],
    ['203.0.113.9 - - [02/Mar/2026:04:13:00 +0900] "GET / HTTP/1.1" 200 1', { kind: 'access-log' }],
    ['<!DOCTYPE html>\n<html lang="en">', { kind: 'html' }],
    ['Subject: no data\n\nHello', { kind: 'mail' }],
    ['a text about nothing', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(looksLike(text.split('\n'))).toEqual(expected);
  });

  it('is unknown if only a few of the lines name a program', () => {
    const other = 'a text about nothing';
    expect(looksLike(['Mar  2 04:13:00 web01 sshd[812]: x', other, other])).toBeNull();
  });
});
