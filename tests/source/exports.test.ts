import { expect, it } from 'vitest';
import * as catalog from '../../src/compiler/index.ts';
import * as engine from '../../src/engine/index.ts';

const surface = (module: object): string[] =>
  Object.entries(module)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? 'array' : typeof value}`)
    .sort();

it('keeps the exports of the engine', () => {
  expect(surface(engine)).toMatchInlineSnapshot(`
    [
      "TemplateError: function",
      "answer: function",
      "compile: function",
      "later: function",
      "lookUp: function",
      "open: function",
      "parseTemplate: function",
      "spanOf: function",
    ]
  `);
});

it('keeps the exports of the catalog', () => {
  expect(surface(catalog)).toMatchInlineSnapshot(`
    [
      "ContentError: function",
      "LANGUAGES: array",
      "allBlocks: function",
      "allTexts: function",
      "buildCatalog: function",
      "buildReportWords: function",
      "buildSettings: function",
      "buildSigns: function",
      "buildSymptoms: function",
      "buildTitles: function",
      "buildWords: function",
      "checkContent: function",
      "checkFolder: function",
      "coverageOf: function",
      "formatProblems: function",
      "guidesOf: function",
      "loadContent: function",
      "openContent: function",
      "placeProblems: function",
      "plainText: function",
      "platformsOf: function",
      "titleOf: function",
    ]
  `);
});
