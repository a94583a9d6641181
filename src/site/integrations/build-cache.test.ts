import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { openBuildCache } from './build-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'build-cache-'));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

beforeEach(() => rmSync(join(folder, 'x'), { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

/** Open the cache as a build does; `made` lists what it did not find there. */
function open() {
  const made: string[] = [];
  const cached = openBuildCache(pathToFileURL(`${folder}/`), 'x');
  const get = async (...input: string[]): Promise<string> =>
    Buffer.from(
      await cached(input, async () => {
        made.push(input.join());
        return bytes(`made of ${input.join()}`);
      }),
    ).toString();
  return { made, get };
}

it('makes a file once, also for the next build', async () => {
  const first = open();
  expect(await first.get('a')).toBe('made of a');
  const next = open();
  expect(await next.get('a')).toBe('made of a');
  expect([first.made, next.made]).toEqual([['a'], []]);
});

it('tells inputs apart by each of their parts', async () => {
  const { made, get } = open();
  await get('ab', 'c');
  await get('a', 'bc');
  await get('abc');
  expect(made).toEqual(['ab,c', 'a,bc', 'abc']);
});

it('drops results that are a month old', async () => {
  await open().get('old');
  const [file = ''] = readdirSync(join(folder, 'x'));
  const past = Date.now() / 1000 - 31 * 24 * 60 * 60;
  utimesSync(join(folder, 'x', file), past, past);
  const { made, get } = open();
  await get('old');
  expect(made).toEqual(['old']);
});

it('stores nothing if making the result fails', async () => {
  const cached = openBuildCache(pathToFileURL(`${folder}/`), 'x');
  await expect(cached(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(join(folder, 'x'))).toEqual([]);
});
