import { describe, expect, it } from 'vitest';
import {
  buildDetectionHints,
  buildSettings,
  buildSymptoms,
  buildTitles,
  LANGUAGES,
} from '../../src/compiler/index.ts';
import { parseTemplate } from '../../src/engine/index.ts';
import { answerQuery } from '../../src/search/rank/answer-query.ts';
import type { SearchData } from '../../src/search/rank/read-query.ts';
import { filterOptions, applyFilters } from '../../src/search/ui/filters.ts';
import { squeeze } from '../../src/search/tokenize/fold.ts';
import { createRouter } from '../../src/search/rank/match-message.ts';
import { buildIndex } from '../../src/search/index/inverted-index.ts';
import { catalog, content } from '../helpers/whole-content.ts';

const router = createRouter({ ...catalog, hints: buildDetectionHints(content) }, () =>
  Promise.resolve(buildSettings(content)),
);
const loads = { engine: 0, wordIndex: 0 };
const sources = Object.fromEntries(
  LANGUAGES.map((language): [string, SearchData] => {
    const words = buildTitles(content, language);
    const symptoms = buildSymptoms(content, language);
    const titles = buildIndex(words, symptoms);
    return [
      language,
      {
        words,
        loadWordIndex: () => Promise.resolve((loads.wordIndex++, { symptoms, titles })),
        loadEngine: () => Promise.resolve((loads.engine++, router)),
      },
    ];
  }),
);
const ask = (query: string, language = 'en') => answerQuery(query, sources[language] as SearchData);

describe('every guide', () => {
  it.each(
    LANGUAGES.flatMap((language) =>
      content.guides.map(
        ({ slug, prose }) => [language, prose[language].head.title, slug] as const,
      ),
    ),
  )('in %s is found first by its title %s', async (language, title, slug) => {
    expect((await ask(title, language)).results[0]).toBe(`guide:${slug}`);
  });
});

/** Systems as people name them, with several words, versions and numbers. */
const SYSTEMS = [
  'AlmaLinux 9',
  'Amazon Linux 2023',
  'Red Hat Enterprise Linux 8.6',
  'Raspberry Pi OS',
  'CentOS 7',
  'Windows Server 2019',
];

describe.each(SYSTEMS)('%s in a question does not change the answer', (system) => {
  it.each(['api key is rejected', 'custom metrics are missing', 'agent stops by itself'])(
    '%s',
    async (question) =>
      expect((await ask(`${question} on ${system}`)).results[0]).toBe(
        (await ask(question)).results[0],
      ),
  );
  it.each(['APIキーが拒否される', 'カスタムメトリックが出ない', '起動直後に落ちる'])(
    '%s',
    async (question) =>
      expect((await ask(`${system}で${question}`, 'ja')).results[0]).toBe(
        (await ask(question, 'ja')).results[0],
      ),
  );
});

describe('every entry', () => {
  const VALUES: Record<string, string> = {
    int: '17',
    number: '2.5',
    duration: '1m30s',
    path: '/var/lib/x',
    host: 'api.example.com',
    addr: '192.0.2.1:443',
    url: 'https://example.com/a',
    json: '{"a":1}',
    cause: 'it broke',
    rest: 'it broke',
    foreign: 'it broke',
  };
  const messages = content.entries.map((entry) => {
    const parts = parseTemplate(entry.yaml.templates[0]?.text ?? '');
    return {
      id: entry.id,
      message: parts
        .map((part) => (typeof part === 'string' ? part : (VALUES[part.type] ?? 'word')))
        .join('')
        .trim(),
      literal: squeeze(parts.filter((part) => typeof part === 'string').join('')),
    };
  });
  // Texts that differ only in level, tag or case are the same to a reader. Very short texts cannot
  // be recognized on their own.
  const distinct = messages
    .filter(({ literal }) => literal.length >= 16)
    .map(
      ({ message, literal }) =>
        [
          message,
          messages.filter((other) => other.literal === literal).map(({ id }) => `entry:${id}`),
        ] as const,
    );
  it.each(distinct)('is found by its message %s', async (message, same) => {
    const { results } = await ask(message);
    expect(same, results.join(' ')).toContain(
      results.find((result) => result.startsWith('entry:')),
    );
  });
});

describe('lazy loading', () => {
  it.each([
    'agent does not start',
    'プロキシ',
    '403',
    'check_interval',
    'Can multibyte characters be used?',
  ])('loads neither engine nor catalog for %s', async (query) => {
    loads.engine = 0;
    await ask(query);
    expect(loads.engine).toBe(0);
  });
  it('does not load the word index for a log', async () => {
    loads.wordIndex = 0;
    await ask('2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden');
    expect(loads.wordIndex).toBe(0);
  });
});

describe('hostile queries', () => {
  const queries = [
    'constructor',
    '__proto__',
    'toString = 1\n[plugin.constructor]',
    '[plugin.__proto__]\ncommand = "x"',
    '<img src=x onerror=alert(1)>',
    '((((((((((',
    'a'.repeat(5000),
    '\u0000\u202e',
    'ー'.repeat(300),
  ];
  it.each(queries.map((query) => [query.slice(0, 40), query]))('survives %j', async (_, query) => {
    const { results } = await ask(query.slice(0, 6000));
    for (const id of results) expect(id).toMatch(/^(guide:[a-z0-9-]+|entry:[a-z]+\/[a-z0-9-]+)$/);
  });
});

describe('a mail', () => {
  const COPIED =
    'お世話になっております。\n先日サーバーを1台、イメージごとコピーしました。その後、Mackerelにホストが1台しか表示されず、グラフが2台分混ざったような動きをしています。\nどのように直せばよいでしょうか。よろしくお願いいたします。';
  const ROTATED =
    'Hey support,\nwe use a script that looks for the word FATAL in our log. It worked for months, but since we changed logrotate to copytruncate we did not get a single alert although the word is in the file.\nCheers, Ben';
  const INVOICE =
    'Hello, our accountant needs the invoices of the last quarter with our VAT number. I could not find a place to enter it. Could you please send us corrected invoices, or tell me where we can change the billing address? Thank you, Anna';
  it.each([
    ['ja', COPIED, 'guide:host-id'],
    ['en', ROTATED, 'guide:check-log'],
  ])('in %s is not taken for a foreign log: %s', async (language, text, first) => {
    expect((await ask(text, language)).results[0]).toBe(first);
  });
  it('about another topic gets the page that answers it', async () =>
    expect(await ask(INVOICE)).toMatchObject({
      results: [],
      elsewhere: { url: expect.stringMatching(/^https:/) },
    }));
  it('that contains a log is read as a log', async () =>
    expect(
      (
        await ask(
          'we failed\n2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden',
        )
      ).kind,
    ).toBe('log'));
});

describe('a piece of a message', () => {
  it.each([
    [
      'connectex: No connection could be made because the target machine actively refused it.',
      'guide:connection-refused',
    ],
    [
      'wsarecv: An existing connection was forcibly closed by the remote host.',
      'guide:connection-cut',
    ],
    [
      'connectex: A connection attempt failed because the connected party did not properly respond',
      'guide:timeouts',
    ],
    [
      'Get "https://api.mackerelio.com/api/v0/hosts/2x?": x509: certificate has expired',
      'guide:x509-expired',
    ],
    [
      'what does failed to find this host on mackerel mean, should i delete id',
      'guide:host-not-found',
    ],
    ['open /proc/stat: permission denied', 'guide:restricted-env'],
    ['Error while updating host specs: API request failed: 500', 'guide:server-outage'],
    ['ブラウザではキー有効なのに401', 'guide:key-rejected'],
    ['HTTP503が出続ける', 'guide:server-outage'],
  ])('%s finds its page', async (text, first) =>
    expect((await ask(text, /[^\0-\x7f]/.test(text) ? 'ja' : 'en')).results[0]).toBe(first),
  );
});

describe('a truncated line', () => {
  it.each([
    [
      'WARNING <command> Failed to post metrics value (will retry): Post "https://api.mackerelio.com/api/v0/tsdb": http: server closed idle conn',
      'guide:connection-cut',
    ],
    [
      'failed to load config: failed to load the config file: open /etc/mackerel-agent/mackerel-agent.conf: permis',
      'guide:conf-not-found',
    ],
    [
      'command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/macke',
      'guide:host-not-found',
    ],
    ['WARNING <supervisor> mackerel-agent abnormally finished with foll', 'guide:agent-stopped'],
    ["toml: line 12: expected '.' or ']' to end table name", 'guide:toml-errors'],
    [
      'Jun 10 03:12:44 web2 systemd[1]: mackerel-agent.service: Main process exited, code=exited, status=1/FAILURE\nJun 10 03:12:44 web2 mackerel-agent[2211]: command.Prepare failed: failed to prepare host: failed to register this host: API request failed: Authentication failed',
      'guide:key-rejected',
    ],
  ])('%s finds its guide', async (line, first) => expect((await ask(line)).results[0]).toBe(first));
});

describe('a pasted file', () => {
  it.each([
    ['apikey = "x"\nroles = [ "a:b" ]\n', 'file'],
    ['apikey "x"\n[plugin.checks.a]\ncommand = "x"\n', 'file'],
    [
      'apikey must be specified in the config file (or by the DEPRECATED command-line flag)\ncommand.Prepare failed: failed to prepare host: failed to register this host: API request failed: role(s) not found: a:b\n',
      'log',
    ],
  ])('%j is a %s', async (text, kind) => expect((await ask(text)).kind).toBe(kind));
});

describe('a partly known message', () => {
  it.each([
    ['API request failed: Too Many Requests', 'guide:post-rejected'],
    ['API request failed: Gateway Timeout', 'guide:server-outage'],
    ['Error 1067: The process terminated unexpectedly', 'guide:windows-service'],
    ['exit code: 126, fork/exec /opt/check.sh: permission denied', 'guide:plugin-cannot-run'],
    ['open /var/lib/mackerel-agent/id: read-only file system', 'guide:cannot-write-files'],
    ['permission denied /var/run/mackerel-agent.pid', 'guide:cannot-write-files'],
    ['"API request failed: 401"', 'guide:key-rejected'],
    [
      'ERROR <metric> got status code 403 (url: https://10.0.0.5:10250/stats/summary, body: Forbidden)',
      'guide:kubelet',
    ],
  ])('%s finds its guide', async (line, first) => expect((await ask(line)).results[0]).toBe(first));
  it('finds its guide among lines that show no fault', async () => {
    const healthy =
      '2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu';
    expect((await ask(`Starting mackerel-agent: failed!\n${healthy}`)).results).toEqual([
      'guide:agent-wont-start',
      'entry:install/service-dead',
    ]);
    expect((await ask(`Nothing to see here, really\n${healthy}`)).results).toEqual([
      'entry:agent/start',
    ]);
  });
  it('needs no more lookups for a longer log', async () => {
    const { words, loadEngine, loadWordIndex } = sources['en'] as SearchData;
    const { symptoms, titles } = await loadWordIndex();
    let lookUps = 0;
    const counts = new (class extends Map<string, number> {
      override has(word: string): boolean {
        lookUps++;
        return super.has(word);
      }
    })(titles.counts);
    const lookUpsOf = async (lines: number): Promise<number> => {
      lookUps = 0;
      const query = 'zork 500 flurb: "a" is no number\n'.repeat(lines);
      expect(
        await answerQuery(query, {
          words,
          loadEngine,
          loadWordIndex: () => Promise.resolve({ symptoms, titles: { ...titles, counts } }),
        }),
      ).toMatchObject({ kind: 'foreign', results: [] });
      return lookUps;
    };
    expect(await lookUpsOf(3)).toBeGreaterThan(0);
    expect(await lookUpsOf(3000)).toBe(await lookUpsOf(300));
  });
  it('finds nothing if another product prints it', async () =>
    expect((await ask('Datadog Agent: API key is invalid 403 Forbidden')).results).toEqual([]));
});

it.each([
  ['エージェントが機動しない', 'ja', 'guide:agent-wont-start'],
  ['対役させたい', 'ja', 'guide:retire-command'],
  ['こねくてぃびてぃ', 'ja', 'guide:connectivity-alert'],
  ['プラグイン動かねー', 'ja', 'guide:plugin-cannot-run'],
  ['アラートが来ない', 'ja', 'guide:host-status'],
  ['再起動していい？', 'ja', 'guide:agent-stopped'],
  ['グラフが昨日から止まってる', 'ja', 'guide:no-data'],
  ['permission denied plugin', 'en', 'guide:plugin-cannot-run'],
  ['install on macos', 'en', 'guide:install-and-upgrade'],
  ['sudo systemctl restart mackerel-agent', 'en', 'guide:agent-stopped'],
])('finds a description of a symptom: %s', async (query, language, first) => {
  expect((await ask(query, language)).results[0]).toBe(first);
});

it.each([
  ['flapping', 'en', 'guide:connectivity-alert'],
  ['CRITICAL: connectivity at web01', 'ja', 'guide:connectivity-alert'],
  ['CRITICAL: connectivity at web01', 'en', 'guide:connectivity-alert'],
  ['alert not resolved after recovery', 'en', 'guide:check-report-failed'],
  ['設定ファイルを書き換えたのに反映されない', 'ja', 'guide:reload-ignored'],
  ['退役済みで起動できない', 'ja', 'guide:retired'],
])('knows other words for a symptom: %s', async (query, language, first) => {
  expect((await ask(query, language)).results[0]).toBe(first);
});

it.each([
  ['plugin exits with exit status 1', 'en', 'guide:plugin-cannot-run'],
  ['プラグインが exit status 1 になる', 'ja', 'guide:plugin-cannot-run'],
  ['httpd server-status plugin 403', 'en', 'guide:plugin-status-page'],
  ['apacheのプラグインが403', 'ja', 'guide:plugin-status-page'],
  ['elasticsearch plugin tls self signed', 'en', 'guide:plugin-database-rights'],
  ['mackerel-plugin-redis connection refused', 'en', 'guide:plugin-stderr'],
  ['exit status 1', 'en', 'guide:agent-wont-start'],
])('tells messages of plugins from those of the agent: %s', async (query, language, first) => {
  expect((await ask(query, language)).results[0]).toBe(first);
});

it.each([
  ['elasticsearch connection refused', 'en'],
  ['jenkins git plugin error', 'en'],
  ['jenkins agent plugin cannot connect', 'en'],
  ['docker compose 起動しない', 'ja'],
  ['docker-compose up fails', 'en'],
  ['s3 access denied', 'en'],
  ['GitHub Actions が失敗する', 'ja'],
  ['cloudwatch alarm not firing', 'en'],
  ['ubuntu no sound', 'en'],
  ['LINE通知の設定', 'ja'],
])('finds nothing about another program: %s', async (query, language) => {
  expect((await ask(query, language)).results).toEqual([]);
});

it.each([
  ['ﾀｲｴｷｼﾀﾎｽﾄ ﾌｯｶﾂ', 'ja', 'guide:retired'],
  ['[URGENT] The agent won’t launch.', 'en', 'guide:agent-wont-start'],
  ['autoretire', 'en', 'guide:auto-retire'],
  ['apache metrics missing', 'en', 'guide:custom-metrics-missing'],
  ['costum metrcs not apearing', 'en', 'guide:custom-metrics-missing'],
  ['loop0', 'en', 'guide:devices-missing'],
  ['歯抜け', 'ja', 'guide:gaps'],
  ['ぐらふ 抜け', 'ja', 'guide:gaps'],
  ['ｼﾞｺｸ ｽﾞﾚ', 'ja', 'guide:clock'],
  ['sigkil', 'en', 'guide:agent-stopped'],
  ['utf8 eror', 'en', 'guide:encoding'],
  ['agent behind NAT', 'en', 'guide:firewall-ip'],
  ['MackerelのIPアドレスが変わる可能性はありますか', 'ja', 'guide:firewall-ip'],
  ['apparmor denied', 'en', 'guide:restricted-env'],
  ['Squid 403', 'en', 'guide:proxy'],
  ['サーバー落ちてないのにアラート鳴りまくり', 'ja', 'guide:connectivity-alert'],
  ['検証環境のエージェントが403', 'ja', 'guide:key-rejected'],
  ["my stupid agent won't start", 'en', 'guide:agent-wont-start'],
  ['throttled agent does not start', 'en', 'guide:agent-wont-start'],
  ['where is the host id stored', 'en', 'guide:host-id'],
  ['EC2を停止起動したら別ホストになった', 'ja', 'guide:host-id'],
  ['check fires too often', 'en', 'guide:check-settings'],
  ['sick agent does not start', 'en', 'guide:agent-wont-start'],
  ['ろーる はずれない', 'ja', 'guide:roles'],
  ['えらーろぐどこ', 'ja', 'guide:find-the-log'],
  ['Terraformで作ったインスタンスが登録されない', 'ja', 'guide:agent-wont-start'],
  ['プロセス監視がUNKNOWN', 'ja', 'guide:check-unknown'],
  ['metrics show up an hour late on one server', 'en', 'guide:clock'],
  ['host stuck in maintenance', 'en', 'guide:host-status'],
  ['centos6でまだうごく？', 'ja', 'guide:which-package'],
  ['turn on verbose', 'en', 'guide:find-the-log'],
  ['ぐらふがとびとび', 'ja', 'guide:gaps'],
  ['かってにたいえきした', 'ja', 'guide:auto-retire'],
  ['てうちだとうごく', 'ja', 'guide:works-by-hand'],
  ['rhel7 support dropped?', 'en', 'guide:which-package'],
  ['how validate cfg', 'en', 'guide:commands'],
  ['conection refused port 443', 'en', 'guide:connection-refused'],
  ['値が破棄された', 'ja', 'guide:post-rejected'],
  ['proxy error', 'en', 'guide:proxy'],
  ['プロキシのエラー', 'ja', 'guide:proxy'],
  ['送信エラー', 'ja', 'guide:post-failed'],
  ['チェックがエラーになる', 'ja', 'guide:check-unknown'],
  ['mkr plugin install 404', 'en', 'guide:first-plugin'],
  ['1分ごとに警告メール', 'ja', 'guide:check-settings'],
  ['ウイルスバスターに隔離された', 'ja', 'guide:windows-service'],
  ['pg_hba no entry', 'en', 'guide:plugin-database-rights'],
  ['dnf 署名 失敗', 'ja', 'guide:install-and-upgrade'],
])('finds %s', async (query, language, first) => {
  expect((await ask(query, language)).results[0]).toBe(first);
});

it('ranks guides about a failed start before guides that only mention a start', async () => {
  // The guide on containers is not among them: the question does not name their agent.
  const { results } = await ask('does not start');
  expect(results[0]).toBe('guide:agent-wont-start');
  expect(results.slice(0, 3)).toContain('guide:windows-service');
});

it('returns the words that typos were read as', async () =>
  expect((await ask('certifcate expierd')).highlightKeys).toEqual(
    expect.arrayContaining(['certificat', 'expir']),
  ));

it('marks results as the nearest if no page has all words', async () => {
  expect((await ask('proxy')).isRelaxed).toBe(false);
  expect((await ask('proxy authentication kerberos')).isRelaxed).toBe(true);
});

it('marks results as the nearest if the query has unknown words', async () => {
  const { results, isRelaxed } = await ask('proxy kerberos gobbledygook');
  expect([results[0], isRelaxed]).toEqual(['guide:proxy', true]);
  expect((await ask('fumidai no metrics arrive')).results[0]).toBe('guide:no-data');
});

it.each([
  ['Hello, the agent does not start - any idea? Thanks!', 'en'],
  ['お世話になります。エージェントが起動しません。よろしくお願いします。', 'ja'],
  ['[Question] agent does not start', 'en'],
  ['エージェントが起動しない v0.82.0', 'ja'],
])('finds the answer behind the noise of %s', async (query, language) =>
  expect((await ask(query, language)).results[0]).toBe('guide:agent-wont-start'),
);

it('finds nothing about another topic', async () => {
  expect((await ask('おいしいラーメン屋', 'ja')).results).toEqual([]);
});

it('links to the official page for a topic that is not covered here', async () => {
  const found = await ask('ダッシュボードの作り方', 'ja');
  expect(found.results).toEqual([]);
  expect(found.elsewhere?.url).toMatch(/^https:\/\/(mackerel\.io|support\.mackerel\.io)\//);
});

it.each([
  ['CRITICAL log at start: no such host api.mackerelio.com', 'guide:dns'],
  [
    '[Windows] agent service fails to start at boot because RPC service is not ready',
    'guide:windows-service',
  ],
  ['metadata plugin: skip posting when JSON has not changed', 'guide:metadata'],
  ['systemctl restart retires the host when AUTO_RETIREMENT=1', 'guide:auto-retire'],
  ['plugin command with pipes does not work', 'guide:works-by-hand'],
  [
    'mackerel-plugin-redis: dial tcp 127.0.0.1:6379: connect: connection refused',
    'guide:plugin-stderr',
  ],
  ['redis plugin: dial tcp connection refused', 'guide:plugin-stderr'],
  ['apikey = “AbCdEf0123456789”', 'guide:encoding'],
])('finds the topic of a title or a message-like line: %s', async (text, first) =>
  expect((await ask(text)).results[0]).toBe(first),
);

describe('output of systemctl status', () => {
  const printed = (active: string, mark = '●'): string =>
    `${mark} mackerel-agent.service - mackerel.io agent\n     Loaded: loaded (/usr/lib/systemd/system/mackerel-agent.service; enabled)\n     Active: ${active} since Mon 2026-11-02 09:30:12 JST; 2min 3s ago\n`;
  it('leads to why the agent does not run', async () => {
    expect((await ask(printed('failed (Result: exit-code)', '×'))).results[0]).toBe(
      'guide:agent-wont-start',
    );
    expect((await ask(printed('inactive (dead)', '○'))).results[0]).toBe('guide:agent-stopped');
    expect((await ask(printed('active (running)'))).results).toEqual([]);
    expect(
      (await ask(printed('failed (Result: exit-code)').replaceAll('mackerel-agent', 'nginx')))
        .results,
    ).toEqual([]);
  });
  it('yields to a log inside it', async () => {
    expect(
      (
        await ask(
          `${printed('failed (Result: exit-code)')}\nNov 02 09:30:12 web2 mackerel-agent[2211]: failed to load config: apikey must be specified in the config file (or by the DEPRECATED command-line flag)`,
        )
      ).results[0],
    ).toBe('guide:apikey-missing');
  });
});

describe('filters', () => {
  const words = buildTitles(content, 'en');
  const results = [
    'guide:proxy',
    'guide:clock',
    'entry:network/proxy-connect',
    'entry:agent/post-retry',
  ];
  it('narrow by kind and catalog', () => {
    expect(
      applyFilters(
        results,
        { product: '', kind: 'guide', catalog: '', level: '', platform: '' },
        words,
      ),
    ).toEqual(['guide:proxy', 'guide:clock']);
    expect(
      applyFilters(
        results,
        { product: '', kind: '', catalog: 'network', level: '', platform: '' },
        words,
      ),
    ).toEqual(['entry:network/proxy-connect']);
  });
  it('offer only values that split the results', () =>
    expect(filterOptions(['guide:proxy', 'guide:clock'], words).kind).toEqual([]));
});
