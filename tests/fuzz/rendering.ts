import fc from 'fast-check';
import assert from 'node:assert/strict';
import { pageAddress } from '../../src/cli/page-address.ts';
import { renderComparison } from '../../src/cli/render-comparison.ts';
import { renderInspection } from '../../src/cli/render-inspection.ts';
import { renderReport } from '../../src/cli/render-report.ts';
import { escapeReport } from '../../src/report/format/index.ts';
import { redact } from '../../src/redaction/index.ts';
import { maskReport } from '../../src/redaction/mask-secrets.ts';
import { compareReports } from '../../src/intake/compare.ts';
import type { InspectedReport } from '../../src/intake/index.ts';
import { encodePayload } from '../../src/intake/report-payload.ts';
import {
  linesToEmbed,
  linesToQuote,
  customerReply,
  supportReport,
  describeOutputs,
  verdict,
  type SenderNotes,
} from '../../src/report/index.ts';
import { inspectText } from '../helpers/inspect-text.ts';
import { damaged, samples } from './inputs.ts';
import { configuration, outputs } from './toml.ts';
import { target } from './target.ts';
import { content, matcher, words } from '../helpers/whole-content.ts';

const SILENT: SenderNotes = { system: '', installed: '', changed: '', tried: '' };
const HIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
const LEAKED_VALUE = /undefined|Invalid Date|NaN:|\[object/;

/** Logs as payload blocks of support reports. */
const blocks = await Promise.all(
  samples.slice(0, 20).map(async (log) => {
    const rows = log.split('\n').map((row, at) => ({ line: 2 * at + 1, text: row }));
    return (
      await encodePayload({
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
export const rendering = target(
  'words',
  80,
  fc.asyncProperty(text, text, async (first, second) => {
    const before = await inspectText(content, matcher, first);
    const report = await inspectText(content, matcher, second, before.span.to);
    const comparison = compareReports(before, report, matcher.catalog);
    for (const language of ['en', 'ja'] as const) {
      const own = words[language];
      verdict(report, own, 0);
      const inspections = report.inspections.map((inspection) => renderInspection(inspection, own));
      const outs = [
        renderReport('x.log', escapeReport(report), own, [], inspections),
        renderComparison(escapeReport(comparison), report.product, own),
        customerReply(maskReport(report), own, pageAddress(language)),
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
  const { redacted } = redact(matcher, [
    quoted,
    report,
    describeOutputs(report.inspections, words[language]),
  ]);
  const [lines, clean, inspected] = redacted as [string[], InspectedReport, string[]];
  const carried = linesToEmbed(report, {
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
      notes: SILENT,
      done: new Set(),
      now: 0,
      address: (path) => `/${language}/${path}`,
    },
    words[language],
  );
}
