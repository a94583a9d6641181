import fc from 'fast-check';
import assert from 'node:assert/strict';
import { openDiagnosis, type Report } from '../../src/engine/index.ts';
import { chunksOf, cuts, damaged, noisy, samples } from './inputs.ts';
import { target } from './target.ts';
import { matcher } from '../helpers/whole-content.ts';

const utf8 = damaged(samples).map((text) => new TextEncoder().encode(text));
const utf16 = damaged(samples).map(
  (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
);
const bytes = noisy(fc.oneof({ weight: 9, arbitrary: utf8 }, { weight: 1, arbitrary: utf16 }));

/**
 * The engine accepts any bytes; the report does not depend on the chunks, and its counts are
 * consistent.
 */
export const logs = target(
  'logs',
  200,
  fc.asyncProperty(bytes, cuts, async (log, places) => {
    const report = read([log]);
    assert.deepEqual(read(chunksOf(log, places)), report, 'the report depends on the chunks');
    checkCounts(report);
  }),
);

function read(chunks: readonly Uint8Array[]): Report {
  const diagnosis = openDiagnosis(matcher);
  for (const chunk of chunks) diagnosis.push(chunk);
  return diagnosis.close();
}

function checkCounts({ findings, unknown, lines: { total, problem, explained } }: Report): void {
  assert.ok(problem <= total, 'more problem lines than lines');
  assert.ok(explained <= problem, 'more explained lines than problem lines');
  const places = [...findings.flatMap(({ lines }) => lines), ...unknown.map(({ line }) => line)];
  assert.ok(
    places.every((line) => Number.isInteger(line) && line >= 1 && line <= total),
    'a line is out of range',
  );
  assert.ok(
    findings.every(({ lines }) =>
      lines.every((line, at) => at === 0 || line > (lines[at - 1] ?? 0)),
    ),
    'lines are out of order',
  );
  assert.ok(
    findings.every(({ count }) => count > 0),
    'a finding has no lines',
  );
}
