import fc from 'fast-check';
import assert from 'node:assert/strict';
import { pageAddress } from '../../src/cli/page-address.ts';
import { renderComparison } from '../../src/cli/render-comparison.ts';
import { renderInspection } from '../../src/cli/render-inspection.ts';
import { renderReport } from '../../src/cli/render-report.ts';
import { shown } from '../../src/report/format/index.ts';
import { redact } from '../../src/redaction/index.ts';
import { maskReport } from '../../src/redaction/mask-secrets.ts';
import { compare, writeBlock, type InspectedReport } from '../../src/intake/index.ts';
import {
  linesToCarry,
  linesToQuote,
  reply,
  supportReport,
  tellOutputs,
  verdict,
  type Told,
} from '../../src/report/index.ts';
import { inspectText } from '../inspect-text.ts';
import { content, damaged, matcher, samples, words } from './inputs.ts';
import { configuration, outputs } from './toml.ts';
import { target } from './target.ts';

const SILENT: Told = { system: '', installed: '', changed: '', tried: '' };
const HIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
const LEAKED_VALUE = /undefined|Invalid Date|NaN:|\[object/;

/** Logs as the payload block of a support report contains them. */
const blocks = await Promise.all(
  samples.slice(0, 20).map(async (log) => {
    const rows = log.split('\n').map((row, at) => ({ line: 2 * at + 1, text: row }));
    return (
      await writeBlock({
        catalog: matcher.catalog.version,
        total: 2 * rows.length,
        rows,
        isThin: false,
      })
    ).join('\n');
  }),
);
const text = fc.oneof(
  damaged(samples),
  damaged([...outputs, ...samples.slice(0, 20)]),
  damaged(blocks),
  configuration,
);

/** Any report can be rendered in every form and in both languages. */
export const inWords = target(
  'words',
  250,
  fc.asyncProperty(text, text, async (first, second) => {
    const before = await inspectText(content, matcher, first);
    const report = await inspectText(content, matcher, second, before.span.to);
    const comparison = compare(before, report, matcher.catalog);
    for (const language of ['en', 'ja'] as const) {
      const own = words[language];
      verdict(report, own, 0);
      const inspections = report.inspections.map((inspection) =>
        renderInspection(inspection, language),
      );
      const outs = [
        renderReport('x.log', shown(report), own, [], inspections),
        renderComparison(shown(comparison), own),
        reply(maskReport(report), own, pageAddress(language)),
        supportOf(report, second, language),
      ];
      for (const out of outs) {
        const leaked = LEAKED_VALUE.exec(out)?.[0] ?? '';
        assert.ok(`${first}\n${second}`.includes(leaked), `"${leaked}" in the output`);
        assert.doesNotMatch(out, HIDDEN);
      }
    }
  }),
);

/** Write the support report as the analyzer does, but without the payload block. */
function supportOf(report: InspectedReport, log: string, language: 'en' | 'ja'): string {
  const rows = log.split('\n');
  const quoted = linesToQuote(report).map((line) => rows[line - 1] ?? '');
  const { redacted } = redact(matcher, [quoted, report, tellOutputs(report.inspections, language)]);
  const [lines, clean, inspected] = redacted as [string[], InspectedReport, string[]];
  const carried = linesToCarry(report, {
    count: rows.length,
    numberAt: (at) => at + 1,
    text: (line) => rows[line - 1],
  });
  const excerpt = { catalog: matcher.catalog.version, total: rows.length, ...carried };
  return supportReport(
    {
      report: clean,
      lines,
      block: [],
      excerpt,
      inspected,
      starts: [],
      told: SILENT,
      done: new Set(),
      now: 0,
      address: (path) => `/${language}/${path}`,
    },
    words[language],
  );
}
