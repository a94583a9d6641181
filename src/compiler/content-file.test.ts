import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContentFile, writeContentFile } from './content-file.ts';
import { loadContent } from './load.ts';

it('another process gets the same content, even if it asks before the content has been read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shindan-'));
  const file = join(folder, 'content');
  const asked = readContentFile(file);
  const content = loadContent('tests/sample-content');
  writeContentFile(content, file);
  expect(await asked).toEqual(content);
  rmSync(folder, { recursive: true });
});
