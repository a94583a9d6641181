import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { renderReport } from '../../src/cli/render-report.ts';
import {
  escapeReport,
  titlesOf,
  withRareTexts,
  withTitles,
} from '../../src/report/format/index.ts';
import { openDiagnosis } from '../../src/engine/index.ts';
import { maskReport } from '../../src/redaction/mask-secrets.ts';
import { joinInspections } from '../../src/intake/join.ts';
import { MAX_OPEN } from '../../src/report/applicable-parts.ts';
import { customerReply } from '../../src/report/index.ts';
import { answeringGuides, isShownInReports } from '../../src/compiler/answering-guides.ts';
import {
  buildRareTexts,
  buildReportWords,
  buildDetectionHints,
  LANGUAGES,
  type Language,
  type Part,
  type ReportTexts,
} from '../../src/compiler/index.ts';
import { sample } from '../helpers/sample.ts';
import { catalog, content, matcher, words } from '../helpers/whole-content.ts';

const reportWords = {
  en: buildReportWords(content, 'en'),
  ja: buildReportWords(content, 'ja'),
};

const rareTexts = {
  en: buildRareTexts(content, 'en'),
  ja: buildRareTexts(content, 'ja'),
};

const parsed = <Of>(packed: Of): Of => JSON.parse(JSON.stringify(packed)) as Of;

/** Return the words that the analyzer downloads in a language. */
const downloaded = (language: Language): ReportTexts =>
  withTitles(
    withRareTexts(parsed(reportWords[language]), parsed(rareTexts[language])),
    titlesOf(catalog),
  );

it.each(LANGUAGES)('renders every report and reply like the terminal (%s)', (language) => {
  const hints = buildDetectionHints(content);
  const packed = downloaded(language);
  const asked = (own: ReportTexts, keys: string[]) =>
    keys.flatMap((key) => Object.values(own.missing).flatMap((missing) => missing[key] ?? []));
  const logs = [
    ...content.guides.flatMap(({ cases }) => cases),
    ...content.products.flatMap(({ cases }) => cases.map(({ log }) => log)),
  ];
  expect(logs.length).toBeGreaterThan(100);
  for (const { file, text } of sample(logs, 4 * LANGUAGES.length, LANGUAGES.indexOf(language))) {
    const diagnosis = openDiagnosis(matcher, { now: 0, offset: 0 });
    diagnosis.push(new TextEncoder().encode(text));
    const report = { ...joinInspections(diagnosis.close(), ['log'], [], hints), reopened: null };
    const rendered = (own: ReportTexts): string =>
      renderReport(file, escapeReport(report), own, asked(own, report.missing), []) +
      customerReply(maskReport(report), own, (path) => path);
    expect(rendered(packed)).toBe(rendered(words[language]));
  }
});

it.each(LANGUAGES)('contains every guide that can be an answer (%s)', (language) => {
  const packed = downloaded(language);
  for (const guide of content.guides.filter(({ slug }) => answeringGuides(content).has(slug))) {
    const { slug, prose, yaml } = guide;
    const isShown = isShownInReports(content)(guide);
    const sent = packed.guides[slug]?.parts ?? [];
    const shown = prose[language].parts
      .filter(({ name }) => name !== 'Signs' && name !== 'Send')
      .map((part) => ({ ...part, blocks: part.blocks.filter(isShown) }));
    const steps = (parts: readonly Part[]) => parts.filter(({ name }) => name !== 'Causes');
    expect(steps(sent), slug).toEqual(steps(shown));
    // A report names only the causes that some evidence leaves possible.
    const named = yaml.evidence.flatMap(({ cause }) => cause ?? []);
    const isOpen = yaml.evidence.some(({ cause }) => cause === undefined);
    const causesOf = (parts: readonly Part[]) =>
      parts.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'cause'));
    const causes = causesOf(shown);
    expect(causesOf(sent), slug).toEqual(
      causes.map(({ verdict, ...cause }) =>
        named.includes(cause.id) || (isOpen && causes.length <= MAX_OPEN)
          ? { ...cause, ...(verdict !== undefined && { verdict }), children: [] }
          : { ...cause, title: '', children: [] },
      ),
    );
  }
  const first = reportWords[language];
  for (const { slug, yaml, prose } of content.guides)
    if (yaml.rare)
      expect(first.guides[slug]).toMatchObject({
        summary: prose[language].head.summary,
        isRare: true,
        parts: [],
      });
  for (const { yaml } of content.products) {
    const guide = yaml['host-metrics']?.['df-errors'];
    if (guide !== undefined) expect(packed.guides[guide]?.parts.length).toBeGreaterThan(0);
  }
});

/**
 * Limit in bytes, as sent, for the words, which are loaded before the first answer is shown: about
 * 40,000 for each product. They are one file, because a request for the words of one product would
 * reveal which product's log was pasted.
 */
const MOST = 80_000;

it.each(LANGUAGES)('is small enough for a phone (%s)', (language) => {
  expect(brotliCompressSync(JSON.stringify(reportWords[language])).length).toBeLessThanOrEqual(
    MOST,
  );
});
