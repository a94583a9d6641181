// If product.yaml has no `name-in-text`, reports use the title of the product, and never
// "the agent".
import { expect, it } from 'vitest';
import { buildWords, loadContent } from '../../src/compiler/index.ts';
import { pageAddress } from '../../src/cli/page-address.ts';
import { renderComparison } from '../../src/cli/render-comparison.ts';
import { renderInspection } from '../../src/cli/render-inspection.ts';
import { renderReport } from '../../src/cli/render-report.ts';
import { compareReports } from '../../src/intake/compare.ts';
import { maskReport } from '../../src/redaction/mask-secrets.ts';
import { escapeReport } from '../../src/report/format/index.ts';
import { customerReply } from '../../src/report/index.ts';
import { inspectText } from '../helpers/inspect-text.ts';
import { SupportReportWriter } from '../helpers/support-report-writer.ts';

const content = loadContent('examples/nginx');
const writer = new SupportReportWriter(content);
const logs = [
  ...content.guides.flatMap(({ cases }) => cases),
  ...content.products.flatMap(({ cases }) => cases.map(({ log }) => log)),
  { file: 'another program', name: '', text: 'Listening on port 80\n' },
];

it('reports name the program by its title', async () => {
  const language = 'en';
  const words = buildWords(content, language);
  const said = new Map<string, string>();
  for (const { file, text } of logs) {
    const report = await inspectText(content, writer.matcher, text);
    const inspections = report.inspections.map((found) => renderInspection(found, words));
    const comparison = escapeReport(compareReports(report, report, writer.matcher.catalog));
    const { markdown } = await writer.write(text, { language });
    const outs = [
      renderReport(file, escapeReport(report), words, [], inspections),
      renderComparison(comparison, report.product, words),
      customerReply(maskReport(report), words, pageAddress(language)),
      markdown,
    ];
    said.set(file, outs.join('\n'));
  }
  const named = [...said].filter(([, out]) => /\bagents?\b|エージェント/i.test(out));
  expect(named.map(([file]) => file)).toEqual([]);
  expect([...said.values()].join('\n')).toContain('nginx has stopped.');
});
