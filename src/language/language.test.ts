import { expect, it } from 'vitest';
import { formatProblems, type Text } from '../catalog/index.ts';
import { checkJapaneseStyle } from './japanese-style.ts';
import { checkSpelling, readWords } from './spelling.ts';

const en = (text: string): Text => ({
  file: 'en.mdx',
  language: 'en',
  inlines: [{ kind: 'text', text }],
});
const ja = (...inlines: Text['inlines']): Text => ({ file: 'ja.mdx', language: 'ja', inlines });

it('finds a misspelt word of English prose, where it stands, and what it may be', async () => {
  const problems = await checkSpelling(
    [en('The agent starts.'), en('It recieves a signal.'), ja({ kind: 'text', text: 'recieves' })],
    [],
  );
  expect(formatProblems(problems)).toMatch(
    /^en\.mdx\n {2}found: "recieves" in ".*It recieves a signal\."\n {2}write: receives, .*if the word is right, a line of content\/words\.txt$/,
  );
});

it('takes words of the list as right, leaves code alone, and wants no word that nobody needs', async () => {
  const code: Text = {
    ...en(''),
    inlines: [
      { kind: 'text', text: 'Set apibase, not ' },
      { kind: 'code', text: 'xyzzyq' },
    ],
  };
  expect(await checkSpelling([code], ['apibase'])).toEqual([]);
  expect(formatProblems(await checkSpelling([code], ['apibase', 'kubelet']))).toContain(
    '"kubelet", which stands in no English prose',
  );
});

it('reads a word list without its comments', () =>
  expect(readWords('# a comment\n\nkubelet # a program\r\nveth\n')).toEqual(['kubelet', 'veth']));

it('finds what is wrong in Japanese prose, and nothing in prose that is right', async () => {
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
