import { existsSync, readFileSync } from 'node:fs';
import {
  allTexts,
  contentPath,
  formatProblems,
  loadContent,
  locateProblems,
  withRealNames,
} from '../compiler/index.ts';
import { checkJapaneseStyle } from '../compiler/prose-lint/japanese-style.ts';
import { checkSpelling, readWords, WORDS_FILE } from '../compiler/prose-lint/spelling.ts';
import { countOf } from './count-of.ts';
import { runAuthorCommand } from './run-author-command.ts';
import { ROOT } from './root.ts';

await runAuthorCommand(async () => {
  const started = performance.now();
  const texts = allTexts(loadContent(ROOT));
  const words = contentPath(ROOT, WORDS_FILE);
  const problems = [
    ...(await checkSpelling(
      texts,
      existsSync(words) ? readWords(readFileSync(words, 'utf8')) : [],
    )),
    ...(await checkJapaneseStyle(texts)),
  ];
  if (problems.length > 0)
    process.stderr.write(
      `${formatProblems(withRealNames(ROOT, locateProblems(ROOT, problems)))}\n`,
    );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${countOf(texts.length, 'text')}, ` +
      `${countOf(problems.length, 'spelling and style problem')}, ${seconds} s\n`,
  );
  return problems.length > 0 ? 1 : 0;
});
