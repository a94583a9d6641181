import { expect, it } from 'vitest';
import { completeTruncated } from './complete-truncated.ts';

const SENTENCES = [
  'Failed to post metrics value (will retry): ',
  'permission denied',
  'no such file or directory',
  'no such host',
  'http: server closed idle connection',
];

it.each([
  [
    'Post "https://x/": http: server closed idle conn',
    'Post "https://x/": http: server closed idle connection',
  ],
  [
    'WARNING <command> Failed to post metr',
    'WARNING <command> Failed to post metrics value (will retry): ',
  ],
  ['open /etc/x.conf: permis', 'open /etc/x.conf: permission denied'],
])('completes %s', (text, whole) => expect(completeTruncated(text, SENTENCES, true)).toBe(whole));

it.each([
  ['two sentences begin that way', 'open /x: no such'],
  ['too little is left', 'open /x: perm'],
  ['it is complete', 'open /x: permission denied'],
  ['the match starts inside a word', 'xhttp: server closed'],
  ['it is empty', ''],
])('does not complete a text if %s', (_, text) => {
  expect(completeTruncated(text, SENTENCES, true)).toBeNull();
});

it('needs more of a sentence after an unknown message', () => {
  expect(completeTruncated('backup: permis', SENTENCES, false)).toBeNull();
  expect(completeTruncated('backup: permission d', SENTENCES, false)).toBe(
    'backup: permission denied',
  );
});
