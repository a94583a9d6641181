import { expect, it } from 'vitest';
import { formatProblems, type Text } from '../index.ts';
import { checkJapaneseStyle } from './japanese-style.ts';
import { checkSpelling, readWords } from './spelling.ts';

const en = (text: string): Text => ({
  file: 'en.mdx',
  language: 'en',
  inlines: [{ kind: 'text', text }],
});
const ja = (...inlines: Text['inlines']): Text => ({ file: 'ja.mdx', language: 'ja', inlines });

it('reports a misspelled word of English prose with its context and suggestions', async () => {
  const problems = await checkSpelling(
    [en('The agent starts.'), en('It recieves a signal.'), ja({ kind: 'text', text: 'recieves' })],
    [],
  );
  expect(formatProblems(problems)).toMatch(
    /^en\.mdx\n {2}found: "recieves" in ".*It recieves a signal\."\n {2}write: receives, .*if the word is correct, a line for it in content\/words\.txt$/,
  );
});

it('accepts words of the list, ignores code and reports unused words of the list', async () => {
  const code: Text = {
    ...en(''),
    inlines: [
      { kind: 'text', text: 'Set apibase, not ' },
      { kind: 'code', text: 'xyzzyq' },
    ],
  };
  expect(await checkSpelling([code], ['apibase'])).toEqual([]);
  expect(formatProblems(await checkSpelling([code], ['apibase', 'kubelet']))).toContain(
    '"kubelet", which no English prose uses',
  );
});

it('reads a word list without its comments', () =>
  expect(readWords('# a comment\n\nkubelet # a program\r\nveth\n')).toEqual(['kubelet', 'veth']));

it('reports style errors in Japanese prose, and none in correct prose', async () => {
  expect(
    formatProblems(
      await checkJapaneseStyle([
        ja({ kind: 'text', text: '設定を見れない場合は、再起動します。' }),
      ]),
    ),
  ).toContain('no-dropping-the-ra');
  expect(
    formatProblems(
      await checkJapaneseStyle([
        ja({ kind: 'text', text: '設定を確認します。この値は正しくないのである。' }),
      ]),
    ),
  ).toContain('no-mix-dearu-desumasu');
  expect(
    await checkJapaneseStyle([
      ja(
        { kind: 'code', text: '見れない' },
        { kind: 'text', text: 'と出た場合は、設定ファイルを確認します。' },
      ),
      en('見れない'),
    ]),
  ).toEqual([]);
});
