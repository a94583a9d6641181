import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { recoverPathBytes } from './recover-path.ts';

const folder = mkdtempSync(join(tmpdir(), 'shindan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const latin = (path: string): Buffer => Buffer.from(path, 'latin1');

// Other systems do not allow such names.
it.runIf(process.platform === 'linux')('finds a file whose name or folder is not UTF-8', () => {
  mkdirSync(latin(`${folder}/m\xe4rz`));
  for (const name of ['m\xe4rz/\xfcber.log', '\xfcber.log']) {
    writeFileSync(latin(`${folder}/${name}`), name);
    expect(readFileSync(recoverPathBytes(latin(`${folder}/${name}`).toString()), 'utf8')).toBe(
      name,
    );
  }
  expect(recoverPathBytes(`${folder}/\ufffdber.txt`)).toBe(`${folder}/\ufffdber.txt`);
  writeFileSync(`${folder}/\ufffd.log`, 'its own');
  expect(readFileSync(recoverPathBytes(`${folder}/\ufffd.log`), 'utf8')).toBe('its own');
});
