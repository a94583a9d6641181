import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { allTexts, LANGUAGES, formatProblems, type Text } from '../../src/compiler/index.ts';
import { checkTerms } from '../../src/compiler/checks/glossary.ts';
import { checkSentences } from '../../src/compiler/checks/phrasing.ts';
import { content } from '../helpers/whole-content.ts';

/** A literal that is prose: several words, or Japanese. */
const PROSE = /[a-z] [a-z]|[ぁ-ん]/i;

/** Return the sentences of the interface, with a backtick in place of each value. */
function interfaceTexts(): Text[] {
  return LANGUAGES.flatMap((language) =>
    readdirSync(`src/i18n/${language}`).flatMap((name) => {
      const file = `src/i18n/${language}/${name}`;
      const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
      return literalsOf(source)
        .filter((text) => PROSE.test(text))
        .map((text) => ({ file, language, inlines: [{ kind: 'text' as const, text }] }));
    }),
  );
}

function literalsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('`'),
      ...node.templateSpans.flatMap(({ expression }) => literalsOf(expression)),
    ];
  const inner: string[] = [];
  ts.forEachChild(node, (child) => void inner.push(...literalsOf(child)));
  return inner;
}

const texts = interfaceTexts();

it('has only straight quotation marks in English texts', () =>
  expect(
    [...texts, ...allTexts(content)]
      .filter(({ language }) => language === 'en')
      .flatMap(({ file, inlines }) =>
        inlines.flatMap((inline) =>
          inline.kind === 'text' && /[“”’]/.test(inline.text) ? [`${file}: ${inline.text}`] : [],
        ),
      ),
  ).toEqual([]));

it('uses the terms of the glossary in the interface', () => {
  expect(texts.length).toBeGreaterThan(500);
  expect(formatProblems(checkTerms(texts, content.glossary))).toBe('');
});

it('says that all is well only on a condition', () =>
  expect(formatProblems(checkSentences(texts))).toBe(''));
