import { TextlintKernel } from '@textlint/kernel';
import plainTextPlugin from '@textlint/textlint-plugin-text';
import preset from 'textlint-rule-preset-ja-technical-writing';
import type { Problem, Text } from '../catalog/index.ts';
import { joinTexts } from './document.ts';

/** How the preset for technical writing is tuned: false turns a rule off. */
const TUNING: Record<string, unknown> = {
  // Titles and items of lists have no full stop.
  'ja-no-mixed-period': false,
  // Flags sentences that are right, such as 「何も続かないこともあります」.
  'no-doubled-joshi': false,
  // Prose names keys and answers of one letter.
  'ja-unnatural-alphabet': false,
  // Where the product's behavior is not documented, we say that we are not sure.
  'ja-no-weak-phrase': false,
  // `#!` stands in prose; a full-width exclamation mark does not.
  'no-exclamation-question-mark': { allowHalfWidthExclamation: true },
  'max-kanji-continuous-len': { max: 6, allow: ['半角英数字以外'] },
  // Enumerations of causes are read as lists.
  'max-ten': { max: 4 },
  // Sentences with names of programs, which are long and read at a glance.
  'sentence-length': { max: 160 },
  // 「3つまでで」
  'ja-no-successive-word': { allow: ['で'] },
};

/** Find Japanese prose that the preset's rules rule out. */
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
  for (const [file, ofFile] of byFile) {
    const document = joinTexts(ofFile, 'X');
    const { messages } = await kernel.lintText(document.text, {
      ext: '.txt',
      plugins: [{ pluginId: 'text', plugin: interop(plainTextPlugin) }],
      rules,
    });
    for (const { ruleId, message, range } of messages)
      problems.push({
        file,
        found: `"${document.around(range[0], range[1] - range[0])}"`,
        write: `${message.split('\n')[0]} (textlint: ${ruleId})`,
      });
  }
  return problems;
}

/** The packages are CommonJS with a default export, which arrives wrapped once more. */
function interop<Module>(module: Module | { default: Module }): Module {
  return typeof module === 'object' && module !== null && 'default' in module
    ? module.default
    : (module as Module);
}
