import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { placeProblems } from './place-problems.ts';

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
  ['the first line that has it', { near: 'host-id' }, 2],
  ['the last one, where it came again', { near: 'host-id', again: true }, 5],
  ['no line of a longer name', { near: 'host' }, undefined],
  ['a text as YAML quotes it once', { near: "it's full" }, 3],
  ['a text as YAML quotes it twice', { near: 'a "quoted" word' }, 4],
  ['the line that a parser told', { near: 'host-id', line: 1 }, 1],
  ['none where nothing is looked for', {}, undefined],
  ['none of a file that there is not', { near: 'host-id', file: 'no.yaml' }, undefined],
])('gives %s', (_name, problem, line) => {
  expect(
    placeProblems(root, [{ file: 'guide.yaml', found: 'x', write: 'y', ...problem }])[0]?.line,
  ).toBe(line);
});
