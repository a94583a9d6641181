import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { locateProblems } from './locate-problems.ts';

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
  [
    string,
    { anchorText?: string; isLastOccurrence?: true; line?: number; file?: string },
    number | undefined,
  ]
>([
  ['the first line with the text', { anchorText: 'host-id' }, 2],
  [
    'the last line with it if `isLastOccurrence` is set',
    { anchorText: 'host-id', isLastOccurrence: true },
    5,
  ],
  ['no line that only has a longer name', { anchorText: 'host' }, undefined],
  ['text in single quotes of YAML', { anchorText: "it's full" }, 3],
  ['text in double quotes of YAML', { anchorText: 'a "quoted" word' }, 4],
  ['the line that the problem already has', { anchorText: 'host-id', line: 1 }, 1],
  ['none if no text is given', {}, undefined],
  ['none if the file does not exist', { anchorText: 'host-id', file: 'no.yaml' }, undefined],
])('finds %s', (_name, problem, line) => {
  expect(
    locateProblems(root, [{ file: 'guide.yaml', found: 'x', write: 'y', ...problem }])[0]?.line,
  ).toBe(line);
});
