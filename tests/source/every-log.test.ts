/** Properties of the diagnosis of every log in the content. */
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { casesFromReport } from '../../src/cli/authors/case-from-report.ts';
import { LANGUAGES } from '../../src/compiler/index.ts';
import { compareReports } from '../../src/intake/compare.ts';
import type { InspectedReport } from '../../src/intake/index.ts';
import { redact } from '../../src/redaction/index.ts';
import { maskReport } from '../../src/redaction/mask-secrets.ts';
import { applicableSteps, customerReply } from '../../src/report/index.ts';
import { politeRequest } from '../../src/report/polite-request.ts';
import { linesToQuote } from '../../src/report/lines-to-quote.ts';
import { supportReport } from '../../src/report/support-report.ts';
import { verdict } from '../../src/report/verdict.ts';
import { inspectText } from '../helpers/inspect-text.ts';
import { sample } from '../helpers/sample.ts';
import { SILENT, SupportReportWriter } from '../helpers/support-report-writer.ts';
import { withoutPrivateValues } from '../helpers/without-private-values.ts';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { catalog, content, inspect, matcher, words } from '../helpers/whole-content.ts';

const cases = content.guides.flatMap((guide) => guide.cases);
const samples = content.entries.flatMap((entry) => entry.samples);
const wholeLogs = content.products.flatMap((product) => product.cases.map(({ log }) => log));
const CORPUS = '../shared/corpus';
const corpus = existsSync(CORPUS)
  ? readdirSync(CORPUS)
      .filter((name) => name.endsWith('.log'))
      .map((name) => readFileSync(join(CORPUS, name), 'utf8'))
  : [];

describe('redaction', () => {
  const clean = (text: string): string => redact(matcher, text).redacted;
  const all = [...cases, ...samples, ...content.entries.flatMap((entry) => entry.lookalikes)];
  const logs = sample(all, 6).map((log) => ({ ...log, cleaned: clean(log.text) }));

  it('does not change the diagnosis', () => {
    expect(logs.length).toBeGreaterThan(100);
    const changed = logs.flatMap(({ file, text, cleaned }) => {
      const [before, after] = [text, cleaned].map((log) =>
        JSON.stringify(withoutPrivateValues(diagnoseBytes(matcher, log))),
      );
      return before === after ? [] : [{ file, before, after }];
    });
    expect(changed).toEqual([]);
  });
  it('does not change what is redacted already', () => {
    expect(
      logs.filter(({ cleaned }) => clean(cleaned) !== cleaned).map(({ file }) => file),
    ).toEqual([]);
  });
});

it("an inspected log gets the engine's report", async () => {
  const texts = [...corpus, ...[...cases, ...samples].map((log) => log.text)];
  for (const text of sample(texts, 6, 1)) {
    const { kind, inspections, reopened, ...report } = await inspect(text);
    // The inspection also finds these in text around the log.
    delete report.platform;
    delete report.complains;
    delete report.flags;
    delete report.hasStartScripts;
    expect(['log', 'version', 'configtest', 'service'], text).toContain(kind);
    const expected = diagnoseBytes(matcher, text);
    expect({ answers: report.answers, findings: report.findings }, text).toEqual({
      answers: expected.answers,
      findings: expected.findings,
    });
    if (kind === 'log') expect([report, inspections, reopened]).toEqual([expected, [], null]);
  }
});

it('a log compared with itself has nothing new and nothing gone', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...cases), { minLength: 1, maxLength: 3 }),
      async (logs) => {
        const text = logs.map((log) => log.text).join('');
        const first = await inspect(text);
        const { answers, unknown } = compareReports(
          first,
          await inspectText(content, matcher, text, first.span.to),
          catalog,
        );
        expect(answers.filter(({ change }) => change === 'new' || change === 'gone')).toEqual([]);
        expect(unknown).toBe(0);
      },
    ),
    { numRuns: 50 },
  );
});

it.each(LANGUAGES)('a verdict in %s is one sentence, or a title', async (language) => {
  for (const { text } of cases) {
    const { sentence } = verdict(await inspect(text), words[language]);
    expect(sentence.split(/[.。](?=\s|$)/).filter((part) => part !== '')).toHaveLength(1);
  }
});

it('a guide has a past-tense sentence if some log shows its fault as resolved', async () => {
  const without = new Set<string>();
  for (const { text } of [...cases, ...wholeLogs]) {
    const { status, answers } = await inspect(text);
    if (status === 'recovered')
      for (const { guide, state } of answers)
        if (state === 'recovered' && words.en.guides[guide]?.past === undefined) without.add(guide);
  }
  expect([...without]).toEqual([]);
});

it.each(LANGUAGES)('a reply in %s gives the first steps that apply', (language) => {
  for (const { slug, cases: logs } of content.guides) {
    for (const { text } of logs.slice(0, 1)) {
      const report = diagnoseBytes(matcher, text);
      const inspected = { ...report, kind: 'log' as const, inspections: [], reopened: null };
      const written = customerReply(maskReport(inspected), words[language], (path) => `/${path}`);
      const [first] = report.answers;
      if (report.status === 'action-needed' && first?.guide === slug) {
        const [step] = applicableSteps(first, inspected, words[language]);
        // If the log does not decide, the reply asks for more instead.
        const title = (language === 'ja' ? politeRequest : String)(step?.title ?? '');
        if (step && first.confidence !== 'possible')
          expect(written, slug).toContain(`\n1. ${title}\n`);
        else expect(written, slug).not.toMatch(/^1\. /m);
        expect(written, slug).toContain(`/guides/${slug}/\n`);
      }
      expect(written, slug).not.toMatch(
        /undefined|\[object|上に挙げた|下の「|上の2つ|(?:枠|入力欄)に貼り付け|(?:guide|steps?) named above|see below|into the box/,
      );
    }
  }
});

describe('a support report', () => {
  const writer = new SupportReportWriter(content);

  it('leaks no replaced value', async () => {
    const texts = [...[...cases, ...samples].map(({ text }) => text), ...corpus];
    expect(texts.length).toBeGreaterThan(300);
    const leaks: object[] = [];
    let replaced = 0;
    for (const text of sample(texts, 10)) {
      const written = await writer.write(text);
      replaced += written.replacements.length;
      const found = writer.leaksOf(written);
      if (found.length > 0) leaks.push({ text, found });
    }
    expect(replaced).toBeGreaterThan(50);
    expect(leaks).toEqual([]);
  });

  it('quotes enough lines for the same diagnosis', () => {
    const lost = sample(cases, 6).filter(({ text }) => {
      const report = diagnoseBytes(matcher, text);
      const rows = text.split('\n');
      const quoted = linesToQuote(report).map((line) => rows[line - 1] ?? '');
      const { redacted } = redact(matcher, [
        quoted,
        { ...report, kind: 'log', inspections: [], reopened: null },
      ]) as { redacted: [string[], InspectedReport] };
      const markdown = supportReport(
        {
          report: redacted[1],
          lines: redacted[0],
          block: [],
          excerpt: { catalog: catalog.version, total: rows.length, rows: [], isThin: false },
          inspected: [],
          starts: [],
          notes: SILENT,
          done: new Set(),
          now: 0,
          address: (path) => path,
        },
        words.en,
      );
      const [found] = casesFromReport(markdown, { matcher, guides: words.en });
      return found?.report.answers[0]?.guide !== report.answers[0]?.guide;
    });
    expect(lost.map(({ file }) => file)).toEqual([]);
  });
});
