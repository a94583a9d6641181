import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../compiler/index.ts';
import { compile } from '../../engine/index.ts';
import { openSampleContent } from '../../../tests/helpers/open-sample-content.ts';
import { templateOf } from './template-of.ts';

const matcher = compile(buildCatalog(openSampleContent()));

describe('templateOf', () => {
  it.each([
    ['disk /var is full', 'disk {path} is full'],
    ['open "/var/lib/x y" again', 'open "{path:quoted}" again'],
    ["user 'tanaka' is unknown", "user '{user:text}' is unknown"],
    ['role "a b" of "c"', 'role "{role:quoted}" of "{text:quoted}"'],
    [
      'starting mackerel-agent 15.2 on 1.5',
      'starting mackerel-agent {version:word} on {number:number}',
    ],
    ['it does not work', 'it does not work'],
    ["it doesn't work, isn't it", "it doesn't work, isn't it"],
    ['port=8080 pid: 17', 'port={port:int} pid: {pid:int}'],
    ['took 1m30s, at most 5.5 of 10', 'took {duration}, at most {number:number} of {number-2:int}'],
    ['got https://example.com/a?b=1.', 'got {url}.'],
    ['dial 192.0.2.1:443 twice', 'dial {addr} twice'],
    ['at ip-1:443 of host-2', 'at {addr} of {value:word}'],
    ['version 1.2.3-beta of web01', 'version {version:word} of {value:word}'],
    ['at 2026-11-24T22:41:04Z {gone}', 'at {time:text} {{gone}'],
    ['C:\\Users\\x is gone', '{path} is gone'],
    ['stopped: dial tcp 192.0.2.1:443: connect: connection refused', 'stopped: {cause}'],
  ])('turns %j into %j', (message, template) =>
    expect(templateOf(message, matcher)).toBe(template),
  );

  it('leaves values that touch to the author', () =>
    expect(templateOf('x /a"b"', matcher)).toMatch(/^(?:GAP )?x /));
});
