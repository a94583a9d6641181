import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { placeProblems } from './locate-problems.ts';

const root = mkdtempSync(join(tmpdir(), 'shindan-'));
afterAll(() => rmSync(root, { recursive: true }));
writeFileSync(
  join(root, 'guide.yaml'),
  `order: 1
related: [host-id-file, host-id]
text: 'it''s full'
also: "a \\"quoted\\" word"
related-too: [host-id]
`,
);

it.each<
  [string, { near?: string; again?: true; line?: number; file?: string }, number | undefined]
>([
  ['the first line with the text', { near: 'host-id' }, 2],
  ['the last line with it if `again` is set', { near: 'host-id', again: true }, 5],
  ['no line that only has a longer name', { near: 'host' }, undefined],
  ['text in single quotes of YAML', { near: "it's full" }, 3],
  ['text in double quotes of YAML', { near: 'a "quoted" word' }, 4],
  ['the line that the problem already has', { near: 'host-id', line: 1 }, 1],
  ['none if no text is given', {}, undefined],
  ['none if the file does not exist', { near: 'host-id', file: 'no.yaml' }, undefined],
])('finds %s', (_name, problem, line) => {
  expect(
    placeProblems(root, [{ file: 'guide.yaml', found: 'x', write: 'y', ...problem }])[0]?.line,
  ).toBe(line);
});
