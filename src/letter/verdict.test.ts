import { describe, expect, it } from 'vitest';
import { buildCatalog, buildWords, openContent } from '../catalog/index.ts';
import { compile } from '../engine/index.ts';
import { inspectText } from '../tests/inspect-text.ts';
import { verdict } from './verdict.ts';

const content = openContent();
const matcher = compile(buildCatalog(content));
const words = { en: buildWords(content, 'en'), ja: buildWords(content, 'ja') };

const diagnose = (text: string) => inspectText(content, matcher, text);

const say = async (log: string, language: 'en' | 'ja') => verdict(await diagnose(log), words[language]);

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const post = (time: string, reason = '503 Service Unavailable') => `2026/03/02 ${time} WARNING <command> Failed to post metrics value (will retry): API request failed: ${reason}\n`;
const STRANGE = '2026/03/02 04:13:31 ERROR <main> the moon is full\n';

describe('of what is there', () => {
  it('says the fault, what to do and until when', async () => {
    expect(await say(START + post('04:13:20'), 'en')).toMatchObject({ urgency: 'Act by 2026-03-02 10:13:20', since: 'since 2026-03-02 04:13:20', version: 'mackerel-agent 0.85.1 (2025-09-08)', sentence: words.en.guides['server-outage']?.title, summary: words.en.guides['server-outage']?.summary });
  });
  it('does not say as certain what is only possible', async () => {
    expect((await say(START + post('04:13:20', 'who knows'), 'en')).facts[0]).toBe('This is possible, not certain: the log does not say enough. What decides it is listed below.');
    expect((await say(START + post('04:13:20', 'who knows'), 'ja')).facts[0]).toBe('このログだけでは断定できません。確かめる方法を下に示します。');
  });
  it('says that a stopped agent has no values', async () => {
    const { facts } = await say(`${START.split('\n')[0]}\ncommand.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: 403 Forbidden\n`, 'en');
    expect(facts).toEqual(['The agent has stopped. Start it by hand once the cause is gone.', 'There are no values since 2026-03-02 04:12:09: a stopped agent collects none, and keeps none.']);
  });
});

describe('of what is over', () => {
  const log = START + post('04:13:20') + post('04:14:20') + '2026/03/02 04:20:00 DEBUG <command> Posting metrics succeeded.\n';
  it('speaks in the past, and says when it was', async () => {
    expect(await say(log, 'en')).toMatchObject({ urgency: 'Nothing to do', since: null, sentence: 'The server, or something in front of it, could not answer for a while.', summary: 'It is over: the log shows it from 2026-03-02 04:13:20 to 04:14:20, and not again before it ends at 04:20:00.' });
    expect(await say(log, 'ja')).toMatchObject({ urgency: '対応不要', sentence: words.ja.guides['server-outage']?.past, summary: 'すでに解消しています。ログに出ているのは2026-03-02 04:13:20から04:14:20までで、その後は最後の行（04:20:00）まで出ていません。' });
  });
  it('has a sentence in the past for each guide whose own logs, or a whole log, tell of it', async () => {
    const logs = [...content.guides.flatMap(({ cases }) => cases), ...content.products.flatMap(({ cases }) => cases.map(({ log: whole }) => whole))];
    const without = new Set<string>();
    for (const { text } of logs) {
      const { status, answers } = await diagnose(text);
      if (status === 'recovered') for (const { guide, state } of answers) if (state === 'recovered' && words.en.guides[guide]?.past === undefined) without.add(guide);
    }
    expect([...without]).toEqual([]);
  });
  it('does not call harmless what passed, nor past what is harmless', async () => {
    const noise = START + "2026/03/02 04:12:12 WARNING <pidfile> Pidfile found, but there seems no another process of mackerel-agent. Ignoring /var/run/mackerel-agent.pid\n";
    expect(await say(noise, 'en')).toMatchObject({ urgency: 'Nothing to do', sentence: 'Some lines look like faults, but they are harmless.', summary: null });
  });
});

describe('of what nobody knows', () => {
  it('says so, and what to collect', async () => {
    expect(await say(START + STRANGE + STRANGE, 'en')).toMatchObject({ urgency: 'Have a look', since: null, sentence: '2 lines tell of trouble in words that this site does not know.', summary: expect.stringMatching(/^No answer is guessed\. .* 20 lines before them and the version of the agent\.$/) as string });
    expect(await say(START + STRANGE, 'ja')).toMatchObject({ urgency: '要確認', sentence: 'このサイトが知らない異常の行が1行あります。', summary: expect.stringContaining('直前の20行') as string });
  });
  it('names it beside an answer, and does not let what is over hide it', async () => {
    expect((await say(START + post('04:13:20') + STRANGE, 'en')).facts.at(-1)).toBe('One more line tells of trouble in words that this site does not know. It is listed below.');
    const over = START + post('04:13:20') + STRANGE + '2026/03/02 04:20:00 DEBUG <command> Posting metrics succeeded.\n';
    expect(await say(over, 'en')).toMatchObject({ urgency: 'Have a look', sentence: 'One line tells of trouble in words that this site does not know.' });
  });
});

it.each(['en', 'ja'] as const)('is one sentence in %s, or a title', async (language) => {
  for (const { text } of content.guides.flatMap(({ cases }) => cases)) {
    const { sentence } = await say(text, language);
    expect(sentence.split(/[.。](?=\s|$)/).filter((part) => part !== '')).toHaveLength(1);
  }
});
