import { expect, it } from 'vitest';
import * as compiler from '../../src/compiler/index.ts';
import * as engine from '../../src/engine/index.ts';

const surface = (module: object): string[] =>
  Object.entries(module)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? 'array' : typeof value}`)
    .sort();

it('keeps the exports of the engine', () => {
  expect(surface(engine)).toMatchInlineSnapshot(`
    [
      "LineHeaders: function",
      "MAX_SOURCES: number",
      "TemplateError: function",
      "addSecondsTo: function",
      "answer: function",
      "compareVersions: function",
      "compile: function",
      "groupNames: function",
      "isInRange: function",
      "isOneOf: function",
      "joinRestarts: function",
      "lookUp: function",
      "openDiagnosis: function",
      "openSplitDiagnosis: function",
      "parseTemplate: function",
      "sourcesOf: function",
      "timeSpanOf: function",
    ]
  `);
});

it('keeps the exports of the compiler', () => {
  expect(surface(compiler)).toMatchInlineSnapshot(`
    [
      "ContentError: function",
      "LANGUAGES: array",
      "allBlocks: function",
      "allTexts: function",
      "buildCatalog: function",
      "buildDetectionHints: function",
      "buildNames: function",
      "buildRareTexts: function",
      "buildReportWords: function",
      "buildSettings: function",
      "buildSymptoms: function",
      "buildTitles: function",
      "buildWords: function",
      "checkContent: function",
      "checkFolder: function",
      "contentFolder: function",
      "contentPath: function",
      "coverageOf: function",
      "fingerprintOf: function",
      "formatProblems: function",
      "guidesOf: function",
      "idOf: function",
      "inLanguage: function",
      "loadContent: function",
      "locateProblems: function",
      "oncePerContent: function",
      "openContentLazily: function",
      "plainText: function",
      "platformsOf: function",
      "readContent: function",
      "readContentFile: function",
      "releasesInUse: function",
      "reviewsOf: function",
      "titleOf: function",
      "withRealNames: function",
      "writeContentFile: function",
    ]
  `);
});
