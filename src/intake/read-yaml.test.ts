import { describe, expect, it } from 'vitest';
import { openSidecarContent } from '../../tests/helpers/open-sidecar-content.ts';
import { processorTime } from '../../tests/helpers/processor-time.ts';
import { settingsOf } from '../../tests/helpers/settings-of.ts';
import { checkConfig } from './check-config.ts';
import { yamlReader } from './read-yaml.ts';

const settings = settingsOf(openSidecarContent(), 'sidecar');
const KEY = '4bQ8e2TzPpLxVnKJr7YwUcMhDsGfAa19';

const check = (text: string, isFile = true) =>
  checkConfig(text, 'utf-8', settings, { version: null, isFile, reader: yamlReader });

/** The problems: line and column, code, what was found and expected, and the corrected line. */
function problems(text: string, isFile = true): string[] {
  return check(text, isFile).problems.map(
    ({ line, column, code, detail, found, expected, write }) =>
      [`${line}:${column}`, code, detail, found, expected, write === null ? null : `→ ${write}`]
        .filter((part) => part !== null)
        .join(' '),
  );
}

describe('a YAML configuration', () => {
  it('has no problems if it is valid', () => {
    const text = `\ufeff# comment\r
apikey: ${KEY}\r
roles:
  - My-Service:app
  - "Another: db"
ignoreContainer: '^side-.+$'
displayName: 123
probe:
  http: { path: /, headers: [{ name: a, value: b }] }
  periodSeconds: 10.0
plugin:
  metrics:
    mysql:
      command: plugin-mysql
      timeoutSeconds: 50
    redis: { command: ["plugin-redis", -p, 6379], env: { PORT: 6379 } }
  checks:
    log:
      memo:
      command: |
        check-log -f x
        key:value\t
`;
    expect(check(text)).toMatchObject({
      problems: [],
      whole: true,
      plugins: { metrics: 2, checks: 1 },
    });
  });

  it.each<[string, string, string[]]>([
    [
      'tabs',
      'plugin:\n\tmetrics:\n\t\ta:\n\t\t\tcommand: x\n',
      [
        '2:1 syntax tab →     metrics:',
        '3:1 syntax tab →         a:',
        '4:1 syntax tab →             command: x',
      ],
    ],
    [
      'too few tabs, with spaces after them',
      'plugin:\n  checks:\n\tdisk:\n\t  command: x\n\t  memo: y\nroot: /x\n',
      [
        '3:1 syntax tab →     disk:',
        '4:1 syntax tab →       command: x',
        '5:1 syntax tab →       memo: y',
      ],
    ],
    ['no space before a path', 'root:/x\nroles: []\n', ['1:5 syntax blank → root: /x']],
    ['no space before a value', 'status:working\n', ['1:7 syntax blank → status: working']],
    ['TOML', 'status = "working"\n', ['1:7 syntax colon → status: "working"']],
    ['no colon', 'root: /x\nstatus working\n', ['2:1 syntax colon']],
    [
      'look-alikes',
      'status：working\nroot:　/x\n　　displayName: “web”\n',
      [
        '1:7 characters ： : → status: working',
        '2:6 characters \u3000   → root: /x',
        '3:1 characters \u3000   →     displayName: "web"',
      ],
    ],
    ['a line too deep', 'root: /x\n  status: working\n', ['2:3 syntax indent']],
    [
      'a line not deep enough',
      'plugin:\n  metrics:\n    a:\n      command: x\n   b:\n      command: y\n',
      ['5:4 syntax indent'],
    ],
    [
      'a plugin beside its kind',
      'plugin:\n  metrics:\n  mysql:\n    command: x\n  checks:\n    b:\n      command: y\n',
      ['3:3 unknown-key plugin.mysql'],
    ],
    [
      'a command beside its plugin',
      'plugin:\n  checks:\n    a:\n    command: x\n    user: root\n',
      [
        '2:3 section-name plugin.checks: plugin.checks.NAME',
        '3:5 command-missing plugin.checks.a: command',
      ],
    ],
    ['an item not deep enough', 'roles:\n  - a:b\n - c:d\n', ['3:2 syntax indent']],
    [
      'an alias by accident',
      'ignoreContainer: *side*\n',
      ["1:18 syntax special * → ignoreContainer: '*side*'"],
    ],
    [
      'a list by accident',
      'ignoreContainer: [a-z]\n',
      ["1:18 type array text → ignoreContainer: '[a-z]'"],
    ],
    [
      'a list and more',
      'ignoreContainer: [a-z]+ # x\n',
      ["1:23 syntax special → ignoreContainer: '[a-z]+' # x"],
    ],
    ['two colons', "displayName: it's: x\n", ["1:14 syntax special → displayName: 'it''s: x'"]],
    ['a reserved character', 'displayName: @web\n', ["1:14 syntax special → displayName: '@web'"]],
    ['text after quotes', 'root: "a" b\n', [`1:11 syntax special → root: '"a" b'`]],
    ['an escape', 'ignoreContainer: "\\d"\n', ['1:19 backslash']],
    ['an open quote', 'root: "/x\nstatus: working\n', ['1:7 syntax string-end']],
    ['an open list', 'roles: ["a:b"\nroot: /x\n', ['1:14 syntax array-end']],
    ['a regular expression', "ignoreContainer: 'a('\n", ['1:18 pattern open-group a(']],
    ['Perl', 'ignoreContainer: (?!x)\n', ['1:18 pattern lookaround (?!x)']],
    ['duplicates', 'root: /x\nstatus: standby\nroot: /y\n', ['3:1 duplicate root 1']],
    ['a role with a space', 'roles:\n  - Web: app\n', ['2:5 role Web: app →   - Web:app']],
    ['a role without a service', 'roles: [app]\n', ['1:9 role app']],
    ['one role', 'roles: a:b\n', ['1:8 type text strings']],
    [
      'unknown keys',
      'display_name: x\nApikey: x\nplugin:\n  checks:\n    a:\n      command: x\n      check_interval: 5\n',
      [
        '1:1 unknown-key display_name displayName → displayName: x',
        '2:1 unknown-key Apikey apikey → apikey: x',
        '7:7 unknown-key plugin.checks.a.check_interval',
      ],
    ],
    ['an unknown table', 'mailer:\n  bar:\n    baz: 1\n', ['1:1 unknown-key mailer']],
    [
      'a misplaced key',
      'timeoutSeconds: 5\n',
      ['1:1 wrong-table plugin.metrics.*.timeoutSeconds:'],
    ],
    [
      'a key of checks',
      'plugin:\n  metrics:\n    a: { command: x, memo: y }\n',
      ['3:22 other-plugins memo plugin.checks.*.memo'],
    ],
    [
      'types',
      'plugin:\n  metrics:\n    a: { command: x, timeoutSeconds: 30s }\n    b:\n      command: { x: 1 }\n      env: [A=1]\n',
      ['3:38 type text integer', '5:7 type mapping command', '6:12 type array mapping'],
    ],
    ['a value', 'status: workng\n', ['1:9 value workng working, standby']],
    ['a number', 'probe:\n  periodSeconds: -1\n  http:\n    path: /\n', ['2:18 value -1 ≥ 0']],
    [
      'no command',
      'plugin:\n  metrics:\n    a:\n      user: x\n    b:\nroot: /x\n',
      [
        '3:5 command-missing plugin.metrics.a: command',
        '5:5 command-missing plugin.metrics.b: command',
      ],
    ],
    [
      'two probes',
      'probe:\n  http: { path: / }\n  exec: { command: x }\n',
      ['3:3 alternatives exec exec, http'],
    ],
    ['no probe', 'probe:\n  periodSeconds: 1\n', ['1:1 alternatives exec, http']],
    ['an example', 'apikey: YOUR_API_KEY\n', ['1:9 value']],
    ['a list', '- a\n- b\n', ['1:1 syntax not-yaml']],
  ])('has its faults reported: %s', (_name, text, expected) =>
    expect(problems(text)).toEqual(expected),
  );

  it('does not report, in a part of a file, what the rest of the file may have', () => {
    const text = 'plugin:\n  metrics:\n    a:\n      command: x\n    b:\n      user: root\n';
    expect(problems(text)).toEqual(['5:5 command-missing plugin.metrics.b: command']);
    expect(problems(text, false)).toEqual([]);
    expect(problems('probe:\n  periodSeconds: 1\n', false)).toEqual([]);
  });

  it('ignores the second document, as the program does', () => {
    expect(problems('root: /x\n---\n- a\n')).toEqual([]);
  });

  it('follows no alias and no merge key', () => {
    expect(
      problems(
        'x-user: &user\n  user: root\nplugin:\n  checks:\n    a: { command: x, <<: *user }\n    b: *user\n    c:\n      command: &c x\n    d:\n      command: *c\n',
      ),
    ).toEqual([]);
  });

  it('shows no secret', () => {
    for (const text of [
      `apikey:${KEY}\n`,
      `apikey = "${KEY}"\n`,
      `\tapikey: ${KEY}\n`,
      `Apikey: ${KEY}\n`,
      `apikey: "${KEY}\nroot: x\n`,
      `apikey: [${KEY}]\n`,
      `apikey: ${KEY}: x\n`,
      `apikey: ${KEY}\napikey: ${KEY}\n`,
      `plugin:\n  checks:\n    a:\n    command: x --password ${KEY}\n`,
    ]) {
      const found = JSON.stringify(check(text));
      expect(found).toContain('"code"');
      expect(found).not.toContain(KEY.slice(4, 20));
    }
  });
});

describe('hostile YAML', () => {
  const fill = (part: string): string => part.repeat(Math.floor(32_000 / part.length));
  const levels = 'abcdefghijklmnopqrstuvwxyz'.split('');

  it.each<[string, string]>([
    [
      'an alias bomb',
      levels
        .map(
          (name, at) =>
            `${name}: &${name} [${Array(9)
              .fill(at === 0 ? 'x' : `*${levels[at - 1]}`)
              .join(', ')}]`,
        )
        .join('\n'),
    ],
    ['an alias of itself', 'a: &a [*a, *a]\nb: &b { <<: *b, c: *b }\n'],
    ['open lists', fill('[')],
    ['closed lists', fill(']')],
    ['nested items', fill('- ')],
    ['nested keys', fill('{a: ')],
    ['complex keys', fill('? ')],
    ['deep tables', Array.from({ length: 240 }, (_none, at) => `${' '.repeat(at)}a:\n`).join('')],
    ['many keys', Array.from({ length: 3000 }, (_none, at) => `k${at}: 1\n`).join('')],
    ['equal keys', fill('root: 1\n')],
    ['open quotes', fill('root: "\n')],
    ['colons', fill('root: b: c\n')],
    ['tabs', fill('\troot:x\n')],
    ['steps', fill('   roles:\n  root:\n status: x\n')],
    ['unknown aliases', fill('root: *x\n')],
    ['misplaced commands', `plugin:\n metrics:\n${fill('  a:\n  command: x\n')}`],
    ['blanks', fill(' ')],
    ['a long file', 'root: 1\n'.repeat(100_000)],
    [
      'prototype keys',
      '__proto__: { a: 1 }\nconstructor: 1\nplugin:\n  __proto__:\n    a: { command: x }\n  metrics:\n    toString: { command: x, valueOf: 1 }\n',
    ],
  ])('is read within limits: %s', (_name, text) => {
    let found = check('');
    expect(processorTime(() => (found = check(text)))).toBeLessThan(10_000);
    expect(found.problems.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(found).length).toBeLessThan(200_000);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
