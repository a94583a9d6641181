import { describe, expect, it } from 'vitest';
import { buildCatalog, buildWords } from '../compiler/index.ts';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { compile } from '../engine/index.ts';
import { inspectText } from '../../tests/helpers/inspect-text.ts';
import { applicableSteps, possibleCauses, provenCause } from './applicable-parts.ts';
import { verdict } from './verdict.ts';

const content = openSampleContent();
const matcher = compile(buildCatalog(content));
const words = { en: buildWords(content, 'en'), ja: buildWords(content, 'ja') };

const diagnose = (text: string) => inspectText(content, matcher, text);

const say = async (log: string, language: 'en' | 'ja') =>
  verdict(await diagnose(log), words[language]);

const START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
const post = (time: string, reason = '503 Service Unavailable') =>
  `2026/03/02 ${time} WARNING <command> Failed to post metrics value (will retry): API request failed: ${reason}\n`;
const STRANGE = '2026/03/02 04:13:31 ERROR <main> the moon is full\n';

describe('the verdict on an open fault', () => {
  it('gives the fault, what to do and the deadline', async () => {
    expect(await say(START + post('04:13:20'), 'en')).toMatchObject({
      urgency: 'Act by 2026-03-02 10:13:20',
      since: 'since 2026-03-02 04:13:20',
      version: 'mackerel-agent 0.85.1 (2025-09-08)',
      sentence: words.en.entries['api/service-unavailable']?.summary,
      cause: null,
      quote: {
        line: 3,
        text: 'Failed to post metrics value (will retry): API request failed: 503 Service Unavailable',
      },
      // The steps say what to do.
      summary: null,
    });
  });
  it('does not urge the reader to act on a fault that loses nothing', async () => {
    const memo = `2026/03/02 04:12:08 WARNING <config> 'plugin.checks.log.memo' size exceeds 250 characters\n`;
    expect(words.en.guides['check-settings']?.effect).toBe('minor');
    expect((await say(memo + START, 'en')).urgency).toBe('Check');
    expect((await say(memo + START + post('04:13:20'), 'en')).urgency).toBe(
      'Act by 2026-03-02 10:13:20',
    );
  });
  it('says that a version is years old, and what newer ones changed about the fault', async () => {
    const log = START + post('04:13:20');
    const old = await say(log.replace('0.85.1', '0.44.2'), 'en');
    expect(old.details[0]).toMatch(/^This version is old: the newest is 0\./);
    expect(old.details).toContain('Changed in 0.70.0: A failed post is retried at once.');
    const { facts, details } = await say(log, 'en');
    expect([...facts, ...details].join(' ')).not.toMatch(/old version|Changed in/);
  });
  it('fills the cause with the values of the log, and quotes the end of its line', async () => {
    const refused =
      'Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 198.51.100.7:443: connect: connection refused';
    const line =
      START + post('04:13:20').replace('API request failed: 503 Service Unavailable', refused);
    expect(await say(line, 'en')).toMatchObject({
      sentence:
        '198.51.100.7:443 refuses the connection: nothing listens there, or a firewall rejects it.',
      quote: { line: 3, text: refused },
    });
    // Of several sentences, the first is the headline.
    expect(await say(line, 'ja')).toMatchObject({
      sentence: expect.stringMatching(/^198\.51\.100\.7:443[^。]*。$/) as string,
      cause: expect.stringMatching(/^待ち受けて[^。]*。$/) as string,
    });
  });
  it('leaves out a last sentence that is a hole without a value', async () => {
    const entry = 'network/connection-refused';
    const report = await diagnose(
      START +
        post('04:13:20').replace(
          'API request failed: 503 Service Unavailable',
          'Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 198.51.100.7:443: connect: connection refused',
        ),
    );
    const withHole = (hole: string) =>
      verdict(report, {
        ...words.en,
        entries: {
          ...words.en.entries,
          [entry]: {
            title: '',
            summary: '',
            ...words.en.entries[entry],
            verdict: `It refuses. ${hole}`,
          },
        },
      });
    expect(withHole("{detail | ''}")).toMatchObject({ sentence: 'It refuses.', cause: null });
    expect(withHole('{addr}')).toMatchObject({
      sentence: 'It refuses.',
      cause: '198.51.100.7:443',
    });
  });
  it.each([
    [
      'en',
      'The API key is refused',
      'The API key is refused (401, 403: key, permission, IP restriction)',
    ],
    [
      'ja',
      'APIキーが拒否された',
      'APIキーが拒否された（401・403：キーの誤り・権限不足・IPアドレス制限）',
    ],
  ] as const)(
    'omits the cases in the title if it names the causes that the log leaves, in %s',
    async (language, short, title) => {
      const guide = words[language].guides['key-rejected'];
      const causes = guide?.parts
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => (block.kind === 'cause' ? [block] : []));
      const sentencesOf = (texts: (string | undefined)[]) => {
        const [sentence, ...rest] = texts.flatMap((text) => text?.split(/(?<=\.) |(?<=。)/) ?? []);
        return { sentence, cause: rest.join(language === 'ja' ? '' : ' ') || null };
      };
      const titleOf = (id: string) => causes?.find((block) => block.id === id)?.title;
      expect(guide?.title).toBe(title);
      expect(
        await say(
          START + post('04:13:20', 'Authentication failed. Please try with valid Api Key.'),
          language,
        ),
      ).toMatchObject({
        ...sentencesOf([causes?.find(({ id }) => id === 'key')?.verdict]),
        summary: null,
      });
      // Each line has its own meaning.
      expect(
        await say(
          `${START}${post('04:13:20', '401 Unauthorized')}${post('04:14:20', '403 Forbidden')}`,
          language,
        ),
      ).toMatchObject(
        sentencesOf(
          ['api/unauthorized', 'api/forbidden'].map((id) => words[language].entries[id]?.summary),
        ),
      );
      // The old wording gives only the status.
      const old = await say(
        START +
          post('04:13:20').replace(
            /API request.*/,
            'API error. status: 403, msg: api request failed',
          ),
        language,
      );
      expect(old).toMatchObject({ sentence: short, cause: null });
      expect(old.summary).toContain(titleOf('address'));
      expect(old.summary).toContain(titleOf('permission'));
      expect(old.summary).not.toContain(titleOf('key'));
    },
  );
  it('does not call a fault harmless if a plugin loses values', async () => {
    const lost =
      'db.example.internal, no host was found for the custom identifier: db.example.internal';
    expect(
      (
        await say(
          `${START}2026/03/02 04:12:12 WARNING <command> Failed to retrieve the host of custom_identifier: ${lost}\n`,
          'en',
        )
      ).sentence,
    ).toBe('Mackerel found no host with the custom identifier db.example.internal.');
  });
  it('does not present a possible cause as certain', async () => {
    expect((await say(START + post('04:13:20', 'who knows'), 'en')).facts[0]).toBe(
      'Not certain: confirm it first.',
    );
    expect((await say(START + post('04:13:20', 'who knows'), 'ja')).facts[0]).toBe(
      'このログだけでは断定できません。先に確かめてください。',
    );
  });
  it('names the only cause of an answer that is merely possible, and says that its guide may fit', async () => {
    const report = await diagnose(START + post('04:13:20', '401 Unauthorized'));
    const answers = report.answers.map((one) => ({ ...one, confidence: 'possible' as const }));
    const { sentence, cause } = verdict({ ...report, answers }, words.en);
    expect(answers[0]?.causes).toHaveLength(1);
    expect(sentence).toBe(verdict(report, words.en).sentence);
    expect(cause).toContain('A guide that may fit:');
  });
  it('narrows the causes by what each line proves', async () => {
    const find =
      'command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: 403 Forbidden\n';
    const causeOf = async (log: string) => {
      const [answer] = (await diagnose(log)).answers;
      return answer && (provenCause(answer, words.en)?.id ?? null);
    };
    expect(await causeOf(START + post('04:13:20', '401 Unauthorized'))).toBe('key');
    expect(await causeOf(START + post('04:13:20', '403 Forbidden'))).toBeNull();
    // A look-up needs no permission to write.
    expect(await causeOf((START.split('\n')[0] ?? '') + '\n' + find)).toBe('address');
    expect(
      await causeOf(
        START + post('04:13:20', '401 Unauthorized') + post('04:14:20', '403 Forbidden'),
      ),
    ).toBeNull();
  });
  it('restarts a running agent, but starts one that has stopped', async () => {
    const steps = async (log: string) => {
      const report = await diagnose(log);
      const [answer] = report.answers;
      return answer && applicableSteps(answer, report, words.en).map(({ id }) => id);
    };
    const refused = post('04:13:20', '401 Unauthorized');
    expect(await steps(START + refused)).toEqual(['correct-key', 'restart']);
    expect(
      await steps(
        `${START.split('\n')[0]}\ncommand.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: 401 Unauthorized\n`,
      ),
    ).toEqual(['correct-key', 'start']);
    const asked =
      "2026/03/02 04:14:00 INFO <main> Received signal 'terminated', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.\n";
    expect(await steps(START + refused + asked)).toEqual(['correct-key', 'start']);
  });
  it('keeps all causes and steps if the guide is only possible', async () => {
    const old = START.replaceAll('0.85.1', '0.71.2');
    const report = await diagnose(
      `${old}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": dial tcp 203.0.113.25:443: connect: connection refused\n`,
    );
    const proxy = report.answers.find(({ guide }) => guide === 'proxy');
    if (!proxy) throw new Error('no proxy');
    const only = { ...report, answers: [proxy] };
    const { sentence, cause, facts } = verdict(only, words.en);
    // The line is certain; the guide is not.
    expect(sentence).toMatch(/^203\.0\.113\.25:443 refuses the connection/);
    expect(cause).toBe('A guide that may fit: Requests through a proxy fail');
    expect(facts[0]).toMatch(/^Not certain: /);
    const blocks = words.en.guides['proxy']?.parts.flatMap((part) => part.blocks) ?? [];
    expect(applicableSteps(proxy, only, words.en).map(({ id }) => id)).toEqual(
      blocks.flatMap((block) => (block.kind === 'step' ? block.id : [])),
    );
    expect(possibleCauses(proxy, words.en)).toEqual(blocks.filter(({ kind }) => kind === 'cause'));
  });
  it('names the cause, not its consequence', async () => {
    const killed =
      'Mar 02 04:13:20 web01 kernel: Out of memory: Killed process 28714 (mackerel-agent) total-vm:1236712kB, anon-rss:18204kB, file-rss:0kB, shmem-rss:0kB, UID:0 pgtables:188kB oom_score_adj:0\nMar 02 04:13:20 web01 systemd[1]: mackerel-agent.service: Main process exited, code=killed, status=9/KILL\n';
    expect(await say(killed, 'en')).toMatchObject({
      sentence: "Memory ran out, and the kernel's OOM killer killed a process of the agent.",
      cause: null,
      summary: null,
    });
    // The kernel and systemd report the same event in different words.
    expect(
      await say(
        `${killed}Mar 02 04:13:20 web01 systemd[1]: mackerel-agent.service: Failed with result 'oom-kill'.\n`,
        'en',
      ),
    ).toMatchObject({
      sentence: "Memory ran out, and the kernel's OOM killer killed a process of the agent.",
      cause: null,
      summary: null,
    });
    expect((await say(killed.split('\n').slice(1).join('\n'), 'en')).sentence).toBe(
      'The agent was killed from outside with SIGKILL, and the kernel reports no lack of memory.',
    );
  });
  it('does not present a vague failure as the cause', async () => {
    const old = await say(
      `${START}2026/03/02 04:13:20 WARNING <command> Failed to post metrics value (will retry): API error. status: 503, msg: api request failed\n`,
      'en',
    );
    expect(words.en.entries['agent/api-error-old']?.vague).toBe(true);
    expect(old).toMatchObject({
      cause: null,
      summary: expect.stringMatching(/^Possible causes: /) as string,
    });
  });
  it("takes another program's text as the cause only if the text proves it", async () => {
    const stderr = (words: string) =>
      `${START}2026/03/02 04:13:20 WARNING <checks> Checker "web" output stderr: ${words}\n`;
    expect(await say(stderr('sh: 1: check-web: not found'), 'en')).toMatchObject({
      sentence: 'check-web or its interpreter was not found.',
      cause: null,
      summary: null,
    });
    expect(
      await say(stderr('dial tcp 127.0.0.1:3306: connect: connection refused'), 'en'),
    ).toMatchObject({ cause: null, summary: words.en.guides['plugin-stderr']?.summary });
  });
  it('says that a stopped agent collects no values', async () => {
    const { facts } = await say(
      `${START.split('\n')[0]}\ncommand.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: 403 Forbidden\n`,
      'en',
    );
    expect(facts).toEqual(['This start failed.', 'There are no values since 2026-03-02 04:12:09.']);
  });
});

describe('the verdict on a resolved fault', () => {
  const log =
    START +
    post('04:13:20') +
    post('04:14:20') +
    '2026/03/02 04:20:00 DEBUG <command> Posting metrics succeeded.\n';
  it('uses the past tense and gives the time', async () => {
    expect(await say(log, 'en')).toMatchObject({
      urgency: 'Nothing to fix',
      since: null,
      sentence: 'The server, or something in front of it, could not answer for a while.',
      summary:
        'It is over: seen from 2026-03-02 04:13:20 to 04:14:20, and not again before the log ends at 04:20:00.',
    });
    expect(await say(log, 'ja')).toMatchObject({
      urgency: '対処が必要な異常なし',
      sentence: words.ja.guides['server-outage']?.past,
      summary:
        'すでに解消しています。ログに出ているのは2026-03-02 04:13:20から04:14:20までで、その後は最後の行（04:20:00）まで出ていません。',
    });
  });
  it('does not confuse resolved faults with harmless lines', async () => {
    const noise =
      START +
      '2026/03/02 04:12:12 WARNING <pidfile> Pidfile found, but there seems no another process of mackerel-agent. Ignoring /var/run/mackerel-agent.pid\n';
    expect(await say(noise, 'en')).toMatchObject({
      urgency: 'Nothing to fix',
      sentence: 'Some lines look like faults, but they are harmless.',
      summary: null,
    });
  });
});

describe('the verdict on input that only the reader can judge', () => {
  const STOP =
    "2026/03/02 05:00:00 INFO <main> Received signal 'terminated', try graceful shutdown up to 30.000000 seconds. If you want force shutdown immediately, send a signal again.\n";
  it('asks to check whether an agent that was stopped is running again', async () => {
    expect(await say(START + STOP, 'en')).toMatchObject({
      tone: 'note',
      urgency: 'Check',
      sentence: 'Nothing is wrong in this log, but the agent is stopped at its end.',
      summary: null,
      facts: [
        'The agent stopped at 2026-03-02 05:00:00; no start follows.',
        'If the stop was not intended, start the agent.',
        expect.stringContaining('This covers only this log') as string,
      ],
    });
    const over = await say(
      [
        START,
        post('04:13:20'),
        '2026/03/02 04:20:00 DEBUG <command> Posting metrics succeeded.\n',
        STOP,
      ].join(''),
      'ja',
    );
    expect(over).toMatchObject({
      tone: 'note',
      urgency: '要確認',
      sentence: words.ja.guides['server-outage']?.past,
      summary: expect.stringContaining('すでに解消しています') as string,
      facts: [
        expect.stringContaining('停止しており') as string,
        expect.stringContaining('起動してください') as string,
        expect.stringContaining('遅れて届きました') as string,
      ],
    });
    // The fault explains why it was stopped, and its steps include the start.
    const refused = await say(
      START + post('04:13:20', '401 Unauthorized') + STOP.replace('05:00:00', '04:14:00'),
      'en',
    );
    expect(refused.facts[0]).toContain('no start follows');
    expect(refused.facts.join()).not.toContain('not intended');
    expect(await say(`${START}${STOP}${START.replaceAll('04:12', '05:12')}`, 'en')).toMatchObject({
      tone: 'healthy',
      urgency: 'Nothing to fix',
    });
  });
  it('does not call an agent healthy from its version alone', async () => {
    expect(
      await say('mackerel-agent version 0.72.1 (rev 5e2f4ab) [linux amd64 go1.17]\n', 'en'),
    ).toMatchObject({
      tone: 'note',
      urgency: null,
      sentence: 'This is only the version. Errors are in the log: paste that.',
      summary: null,
    });
  });
  it('shows figures, and says if a filesystem is full', async () => {
    const df = (...rows: string[]) =>
      `Filesystem 1024-blocks Used Available Capacity Mounted on\n${rows.join('\n')}\n`;
    expect(
      await say(
        df(
          '/dev/sda1 1000 600 400 60% /',
          '/dev/loop3 64 64 0 100% /snap/core/1',
          'tmpfs 10 10 0 100% /run',
        ),
        'en',
      ),
    ).toMatchObject({ tone: 'note', urgency: 'Figures only', summary: null });
    expect(
      await say(df('/dev/sda1 1000 600 400 60% /data', 'overlay 1000 1000 0 100% /'), 'en'),
    ).toMatchObject({
      tone: 'note',
      urgency: 'Check',
      sentence: 'overlay, mounted on /, has no space left.',
    });
  });
});

describe('the verdict on a configuration', () => {
  const KEY = 'apikey = "k"\n';
  it('gives the worst fault, its line and its effect', async () => {
    expect(await say(`${KEY}roles = ["a:b" "c:d"]\n`, 'en')).toMatchObject({
      urgency: 'Act now',
      sentence: 'Line 2: A comma is missing here.',
      summary: 'The agent does not start with this file.',
    });
    expect(
      await say(`${KEY}verbos = true\n[plugin.checks.x]\ncommnad = "check-http"\n`, 'ja'),
    ).toMatchObject({
      sentence: expect.stringMatching(/^4行目：.*commnad/) as string,
      summary: 'このファイルでは、エージェントは起動しません。',
    });
    expect(await say(`${KEY}verbos = true\n`, 'en')).toMatchObject({
      sentence: expect.stringMatching(/^Line 2: .*verbos/) as string,
      summary: 'The agent starts with this file, but a reload of it may be refused.',
    });
    expect(await say('# apikey = ""\nroles = ["shop:web"]\nverbose = true\n', 'en')).toMatchObject({
      sentence: 'This file has no apikey.',
    });
  });
});

describe('the verdict on several faults', () => {
  const DISK =
    '2026/03/02 04:14:21 WARNING <util.filesystem> \'df -Pkl\' command exited with a non-zero status: 1: "df: /mnt/nfs: Stale file handle\\n"\n';
  it('names each, but not other explanations of the same lines', async () => {
    expect((await say(START + post('04:13:20') + DISK, 'en')).faults).toEqual([
      {
        guide: 'server-outage',
        sentence: words.en.entries['api/service-unavailable']?.summary,
      },
      {
        guide: 'df-failed',
        sentence: '/mnt/nfs is no longer valid on its filesystem, usually a network share.',
      },
    ]);
    expect((await say(START + DISK, 'en')).faults).toEqual([]);
    const report = await diagnose(START + DISK);
    const [answer] = report.answers;
    expect(
      answer &&
        verdict(
          { ...report, answers: [answer, { ...answer, guide: 'proxy', confidence: 'possible' }] },
          words.en,
        ).faults,
    ).toEqual([]);
  });
});

describe('the verdict on command output', () => {
  const DOWN =
    '● mackerel-agent.service - mackerel.io agent\n   Loaded: loaded (/lib/systemd/system/mackerel-agent.service; enabled)\n   Active: inactive (dead)\n';
  it('does not report "nothing wrong" from inconclusive output', async () => {
    for (const text of [
      '{"error":{"message":"x"}}\n401\n',
      'Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda1        20G  9.5G  9.2G  51% /\n',
    ]) {
      expect(await say(text, 'en')).toMatchObject({
        sentence: 'This alone does not show whether anything needs to be done.',
      });
    }
    expect(await say('', 'en')).toMatchObject({ sentence: 'The log is empty.' });
  });
  it('says that a service is down, even if the reason is open', async () => {
    const failed = DOWN.replace('inactive (dead)', 'failed (Result: exit-code)');
    const said = await say(failed, 'en');
    expect(said.facts).not.toContain('Not certain: confirm it first.');
    expect(said).toMatchObject({
      urgency: 'Act now',
      sentence: 'The service is not running.',
      summary: words.en.guides['agent-wont-start']?.summary,
    });
  });
  it('describes the output itself if no guide covers it', async () => {
    expect(await say(DOWN, 'en')).toMatchObject({
      urgency: 'Act now',
      sentence: 'The service is not running.',
      summary: 'While it is down, it collects nothing. If that was not intended, start it.',
    });
    expect(await say(DOWN, 'ja')).toMatchObject({ sentence: 'サービスが動いていません。' });
    expect(await say('Unit mackerel-agent.service could not be found.\n', 'en')).toMatchObject({
      sentence: 'The service is not running.',
      summary: expect.stringContaining('not installed') as string,
    });
    expect(await say('{"error":{"message":"Not found."}}\n404\n', 'en')).toMatchObject({
      sentence: 'Mackerel responds that the path does not exist.',
    });
  });
});

describe('the verdict on unknown lines', () => {
  it('says that they are unknown, and what to collect', async () => {
    expect(await say(START + STRANGE + STRANGE, 'en')).toMatchObject({
      urgency: 'Check',
      since: null,
      sentence: '2 lines look like errors, but this site does not know them.',
      summary: expect.stringMatching(
        /^This site does not guess\. .* 20 lines before it and the version of the agent\.$/,
      ) as string,
    });
    expect(await say(START + STRANGE, 'ja')).toMatchObject({
      urgency: '要確認',
      sentence: 'このサイトに載っていない異常の行が1行あります。',
      summary: expect.stringContaining('直前の20行') as string,
    });
  });
  it('mentions them after an answer, and even if the known fault is resolved', async () => {
    expect((await say(START + post('04:13:20') + STRANGE, 'en')).facts.at(-1)).toBe(
      'One more line looks like an error, but this site does not know it. It is listed below.',
    );
    const over =
      START +
      post('04:13:20') +
      STRANGE +
      '2026/03/02 04:20:00 DEBUG <command> Posting metrics succeeded.\n';
    expect(await say(over, 'en')).toMatchObject({
      urgency: 'Check',
      sentence: 'One line looks like an error, but this site does not know it.',
    });
  });
});

describe('the verdict on a fault without a guide', () => {
  const bare = { ...content, guides: [] };
  const bareMatcher = compile(buildCatalog(bare));
  const sayBare = async (log: string) =>
    verdict(await inspectText(bare, bareMatcher, log), buildWords(bare, 'en'));
  const meaning = words.en.entries['api/service-unavailable']?.summary ?? '';

  it('says that it can wait if its entry says so', async () =>
    expect(await sayBare(START + post('04:13:20'))).toMatchObject({
      action: 'look',
      urgency: 'Check',
      sentence: meaning,
      summary: null,
    }));

  it('says that it is over, not that it was harmless', async () =>
    expect(
      await sayBare(`${START}${post('04:13:20')}2026/03/02 09:20:00 DEBUG <command> x\n`),
    ).toMatchObject({
      action: 'nothing',
      sentence: `Resolved: ${meaning}`,
      quote: { line: 3 },
      summary: expect.stringMatching(/^It is over: seen at 2026-03-02 04:13:20/),
    }));
});
