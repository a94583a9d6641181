import { TextlintKernel } from '@textlint/kernel';
import plainTextPlugin from '@textlint/textlint-plugin-text';
import preset from 'textlint-rule-preset-ja-technical-writing';
import type { Problem, Text } from '../index.ts';
import { joinTexts } from './document.ts';

/** Options for rules of the technical-writing preset; false turns a rule off. */
const TUNING: Record<string, unknown> = {
  // Titles and list items have no full stop.
  'ja-no-mixed-period': false,
  // Flags correct sentences, such as 「何も続かないこともあります」.
  'no-doubled-joshi': false,
  // Prose names one-letter keys and answers.
  'ja-unnatural-alphabet': false,
  // Undocumented behavior of the product is described as uncertain.
  'ja-no-weak-phrase': false,
  // Prose mentions `#!`; full-width exclamation marks stay forbidden.
  'no-exclamation-question-mark': { allowHalfWidthExclamation: true },
  'max-kanji-continuous-len': { max: 6, allow: ['半角英数字以外'] },
  // Enumerations of causes need more commas.
  'max-ten': { max: 4 },
  // Program names make sentences long, but are read at a glance.
  'sentence-length': { max: 160 },
  // 「3つまでで」
  'ja-no-successive-word': { allow: ['で'] },
};

/** Report Japanese prose that violates the rules of the preset. */
export async function checkJapaneseStyle(texts: Text[]): Promise<Problem[]> {
  const kernel = new TextlintKernel();
  const rules = Object.entries(preset.rules).flatMap(([ruleId, rule]) => {
    const options = TUNING[ruleId] ?? preset.rulesConfig[ruleId] ?? true;
    return options === false ? [] : [{ ruleId, rule: interop(rule), options }];
  });
  const byFile = Map.groupBy(
    texts.filter(({ language }) => language === 'ja'),
    ({ file }) => file,
  );
  const problems: Problem[] = [];
  for (const [file, textsOfFile] of byFile) {
    const document = joinTexts(textsOfFile, 'X');
    const { messages } = await kernel.lintText(document.text, {
      ext: '.txt',
      plugins: [{ pluginId: 'text', plugin: interop(plainTextPlugin) }],
      rules,
    });
    for (const { ruleId, message, range } of messages)
      problems.push({
        file,
        found: `"${document.excerptAround(range[0], range[1] - range[0])}"`,
        write: `${message.split('\n')[0]} (textlint: ${ruleId})`,
      });
  }
  return problems;
}

/** Unwrap a CommonJS package whose default export is nested in another `default`. */
function interop<Module>(module: Module | { default: Module }): Module {
  return typeof module === 'object' && module !== null && 'default' in module
    ? module.default
    : (module as Module);
}
