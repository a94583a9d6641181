// One small content folder, broken in every way in which an author may break it.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_ROOT } from '../../tests/helpers/open-sample-content.ts';
import { checkFolder } from './check.ts';
import { loadContent, openContentLazily } from './load.ts';
import { formatProblems } from './problem.ts';
import type { ParsedTexts } from './read-yaml.ts';

let root = '';
/** The YAML of the files that most tests leave as they are. */
const PARSED: ParsedTexts = new WeakMap();

const ENTRY = `role: cause
act: now
templates:
  - text: 'disk {path} is full'
checked: { version: 0.87.0, date: "2026-11-24" }
`;
const entryText = (summary: string) =>
  `---\nsummary: ${summary}\n---\n<When>\nPrinted often.\n</When>\n\n<Do>\nDelete files.\n</Do>\n`;
const GUIDE = `category: startup
order: 1
checked: { version: 0.87.0, date: "2026-11-24" }
effect: stops
evidence:
  - { chain: [.., agent/disk-full], confidence: certain }
cases:
  one: { cause: null, first-step: clean }
`;
const guideText = `---\ntitle: The disk is full\nsummary: The disk has no room left for the file.\nsymptoms: [disk full]\n---
<Signs>
Seen.
</Signs>

<Fix>
<Step id="clean" title="Make room">
<Command>
\`\`\`sh
df -h
\`\`\`
</Command>
</Step>
</Fix>

<Verify>
Look again.
</Verify>

<Dont>
Nothing.
</Dont>

<Send>
The log.
</Send>
`;
const guideTextJa = guideText
  .replace('The disk is full', 'ディスクがいっぱい')
  .replace(
    'The disk has no room left for the file.',
    'ディスクに空きがなく、ファイルを書き込めません。',
  );

/** Files in which the guide tells two causes apart, with verdicts that name the log's value. */
const CAUSES: Record<string, string> = {
  'content/guides/disk/guide.yaml': GUIDE.replace('confidence', 'cause: logs, confidence')
    .replace('cause: null', 'cause: logs')
    .replace('cases:', 'causes:\n  logs: [clean]\n  cache: [clean]\ncases:'),
  ...Object.fromEntries(
    (
      [
        ['en', guideText, 'Logs fill', 'A cache fills'],
        ['ja', guideTextJa, 'ログでいっぱい：', 'キャッシュでいっぱい：'],
      ] as const
    ).map(([name, text, logs, cache]) => [
      `content/guides/disk/${name}.mdx`,
      text.replace(
        '<Fix>',
        `<Causes>
<Cause id="logs" title="${logs} the disk" verdict="${logs} {path}.">
Old logs stay.
</Cause>

<Cause id="cache" title="${cache} the disk" verdict="${cache} {mount | agent/disk-full:path}.">
Nothing clears it.
</Cause>
</Causes>

<Fix>`,
      ),
    ]),
  ),
};

/** The beginning of a symptom in site.yaml. */
const SYMPTOM = '{ title: { en: A, ja: あ }, note: { en: B., ja: い。 }';

const TABLE = `order: 1
title: { en: Exit codes, ja: 終了コード }
summary: { en: What the codes of the program mean., ja: プログラムの終了コードの意味です。 }
checked: { version: 0.87.0, date: "2026-11-24" }
head: { en: Code, ja: コード }
columns:
  - { id: meaning, title: { en: Meaning, ja: 意味 } }
rows:
  - id: full-1
    code: "1"
    cells:
      meaning: { en: '\`disk\` is full: <Guide of="disk" />.', ja: '\`disk\`がいっぱいです。' }
    entries: [agent/disk-full]
`;

const COMMANDS = `reading: [ls]
end-of-options: [ls, rm]
never: [/etc/passwd]
types:
  full-disk: { kind: path, sh: '/var/.+', takes: [/var/log], refuses: [/etc] }
  any-path: { kind: path, sh: '/.+', reading: true, takes: [/etc], refuses: [etc] }
  clean-up: { kind: command, sh: 'clean-.+', takes: [clean-logs -a], refuses: [rm] }
`;
/** The guide with a command that takes the path of the log. */
const filling = (command: string, fits: string, language = 'sh'): Record<string, string> => ({
  'content/commands.yaml': COMMANDS,
  ...Object.fromEntries(
    [
      ['en', guideText],
      ['ja', guideTextJa],
    ].map(([name, text]) => [
      `content/guides/disk/${name}.mdx`,
      text
        ?.replace('<Command>', `<Command of="path"${fits} sample="/var/log">`)
        .replace('```sh\ndf -h', `\`\`\`${language}\n${command}`) ?? '',
    ]),
  ),
});

const PAGE = `order: 1
title: { en: About, ja: このサイトについて }
summary: { en: What this site is., ja: このサイトの説明です。 }
sections:
  - id: what
    title: { en: What it is, ja: 何のサイトか }
    text:
      - { en: It explains messages., ja: メッセージを解説します。 }
`;

const FILES: Record<string, string> = {
  'content/catalogs/agent/disk-full/entry.yaml': ENTRY,
  'content/catalogs/agent/disk-full/en.mdx': entryText('The disk of a path is full.'),
  'content/catalogs/agent/disk-full/ja.mdx': entryText('ディスクがいっぱいになっています。'),
  'content/catalogs/agent/disk-full/samples/one.log': 'ERROR <main> disk /var is full\n',
  'content/guides/disk/guide.yaml': GUIDE,
  'content/guides/disk/en.mdx': guideText,
  'content/guides/disk/ja.mdx': guideTextJa,
  'content/guides/disk/cases/one.log': 'ERROR <main> disk /var is full\n',
  'content/tables/exit-codes/table.yaml': TABLE,
  'content/pages/about.yaml': PAGE,
  'content/glossary.yaml': '- { en: disk, ja: ディスク, not: { en: [disc], ja: [ディス] } }\n',
};

function write(file: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Return the formatted problems, except those of the product, whose content is incomplete here. */
function complaints(changes: Record<string, string | Buffer | null> = {}): string {
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === null) rmSync(join(root, file), { force: true });
    else write(file, text);
  }
  return formatProblems(
    checkFolder(root, PARSED).problems.filter(({ file }) => !file.startsWith('content/products')),
  );
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shindan-'));
  for (const path of ['products', 'site.yaml', 'catalogs/agent/catalog.yaml'])
    cpSync(join(SAMPLE_ROOT, 'content', path), join(root, 'content', path), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

describe('checkFolder', () => {
  it('reports nothing if nothing is wrong', () => expect(complaints()).toBe(''));

  it.each<[string, string, string | Buffer | null]>([
    [
      'a broken template',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('{path}', '{path'),
    ],
    [
      'an unknown type of hole',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('{path}', '{path:pth}'),
    ],
    [
      'a regular expression in a template',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('{path}', '"(.*)"'),
    ],
    [
      'a quote that is not closed',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace("is full'", 'is full'),
    ],
    [
      'a bracket that is not closed',
      'content/catalogs/agent/disk-full/entry.yaml',
      `neighbours: [agent/start\n${ENTRY}`,
    ],
    ['an unknown field', 'content/catalogs/agent/disk-full/entry.yaml', `${ENTRY}severity: high\n`],
    [
      'a field without its end',
      'content/catalogs/agent/disk-full/entry.yaml',
      `${ENTRY}hole: {}\n`,
    ],
    [
      'a wrong value',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('act: now', 'act: later'),
    ],
    [
      'a missing value',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('act: now\n', ''),
    ],
    [
      'a number instead of text',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('0.87.0', '0.87'),
    ],
    [
      'a date that does not exist',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('2026-11-24', '2026-11-31'),
    ],
    ['an empty file', 'content/catalogs/agent/disk-full/entry.yaml', ''],
    [
      'empty front matter',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('').replace('summary: \n', ''),
    ],
    [
      'an unclosed part',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disk is full.').replace('</Do>', ''),
    ],
    [
      'a message that is never printed',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace("is full'", "is full'\n    messages: [disk-full]"),
    ],
    ['broken YAML', 'content/catalogs/agent/disk-full/entry.yaml', `${ENTRY}a: b: c\n`],
    ['a missing language', 'content/catalogs/agent/disk-full/ja.mdx', null],
    ['a missing sample', 'content/catalogs/agent/disk-full/samples/one.log', null],
    [
      'a sample of something else',
      'content/catalogs/agent/disk-full/samples/one.log',
      'ERROR <main> all is well\n',
    ],
    [
      'a lookalike that is diagnosed',
      'content/catalogs/agent/disk-full/lookalikes/same.log',
      'ERROR <main> disk /tmp is full\n',
    ],
    [
      'a tag outside code',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disk is full.').replace('Printed often.', 'Printed by <command> often.'),
    ],
    [
      'braces outside code',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disk is full.').replace('Printed often.', 'Printed {often}.'),
    ],
    [
      'a space between Japanese and Latin text',
      'content/catalogs/agent/disk-full/ja.mdx',
      entryText('ディスクがいっぱいになっています。').replace(
        'Printed often.',
        '空き容量を df で調べます。',
      ),
    ],
    [
      'a text that is too long',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disk is full.').replace('Printed often.', 'Printed often. '.repeat(80)),
    ],
    [
      'a word that the glossary rules out',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disc is full, and a discount does not help.'),
    ],
    [
      'a command that a sentence points at from another part',
      'content/guides/disk/en.mdx',
      guideText.replace('Look again.', 'Run the first command again.'),
    ],
    [
      'an all-clear without a condition',
      'content/guides/disk/en.mdx',
      guideText.replace('Look again.', 'If the disk has room, fine. Then nothing is wrong.'),
    ],
    [
      'a link that is no part of a sentence',
      'content/guides/disk/en.mdx',
      guideText.replace('Look again.', 'Look again. <Guide of="disk" />'),
    ],
    [
      'a link that is no part of a sentence, after a long one',
      'content/guides/disk/en.mdx',
      guideText.replace('Look again.', 'Free some room and look again. <Guide of="disk" />'),
    ],
    [
      'a name that is too wide for a phone',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The variable MACKEREL_DISK_FULL_READ_ONLY_PATH is not set.'),
    ],
    [
      'a step that refers to causes “above”',
      'content/guides/disk/en.mdx',
      guideText.replace('</Command>', '</Command>\n\nCompare with the causes above.'),
    ],
    [
      'a heading',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disk is full.').replace('Printed often.', '## When'),
    ],
    [
      'a part that is missing in one language',
      'content/guides/disk/ja.mdx',
      guideTextJa.replace(/<Dont>[\s\S]*<\/Dont>\n\n/, ''),
    ],
    [
      'a step that is missing in one language',
      'content/guides/disk/ja.mdx',
      guideTextJa.replace('id="clean"', 'id="wipe"'),
    ],
    ['a command that differs', 'content/guides/disk/ja.mdx', guideTextJa.replace('df -h', 'df -k')],
    [
      'a value that nothing captures',
      'content/catalogs/agent/disk-full/ja.mdx',
      entryText('ディスクがいっぱいになっています。').replace(
        'Delete files.',
        'Delete files in <Value of="pth" sample="/var" />.',
      ),
    ],
    [
      'a guide that names an entry that does not exist',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('agent/disk-full', 'agent/disk-fill'),
    ],
    [
      'evidence that is only possible, without a way to confirm it',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('certain', 'possible'),
    ],
    [
      'a command whose output the analyzer does not read',
      'content/guides/disk/guide.yaml',
      `${GUIDE.replace('certain', 'possible')}decides: { what: { en: Who fills it., ja: 何がいっぱいにしたかです。 }, command: df -Pkl, windows: Get-Volume }\n`,
    ],
    [
      'a range of versions in words',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('confidence', 'affected: "up to 0.71", confidence'),
    ],
    [
      'an absence without a duration',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('confidence', 'without: agent/disk-full, confidence'),
    ],
    [
      'an absence of an entry that does not exist',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('confidence', 'without: agent/disk-freed, within: 10m, confidence'),
    ],
    [
      'a guide for a product that does not exist',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('evidence:', 'products: [mackerel-agents]\nevidence:'),
    ],
    [
      'a summary that depends on the log',
      'content/guides/disk/en.mdx',
      guideText.replace(
        'The disk has no room left for the file.',
        '"The disk has no room left. {agent/disk-full: Delete files.}"',
      ),
    ],
    [
      'an unclosed brace in a summary',
      'content/guides/disk/en.mdx',
      guideText.replace(
        'The disk has no room left for the file.',
        '"{The disk has no room left for the file."',
      ),
    ],
    [
      'a link to nowhere',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', 'See <Guide of="disc" />.'),
    ],
    [
      'a diagram that does not exist',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', 'Seen.\n\n<Diagram of="disk-life" />'),
    ],
    [
      'a value that no case captures',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', 'Seen on <Value of="mount" sample="/var" />.'),
    ],
    [
      'a row without a cell',
      'content/tables/exit-codes/table.yaml',
      TABLE.replace("meaning: { en: '", "reason: { en: '"),
    ],
    [
      'a second row with the same id',
      'content/tables/exit-codes/table.yaml',
      TABLE + TABLE.slice(TABLE.indexOf('  - id: full-1')),
    ],
    [
      'a row that names an entry that does not exist',
      'content/tables/exit-codes/table.yaml',
      TABLE.replace('agent/disk-full', 'agent/disk-fill'),
    ],
    [
      'a cell with a tag outside code',
      'content/tables/exit-codes/table.yaml',
      TABLE.replace('is full', '<command> is full'),
    ],
    [
      'a cell with a link to nowhere',
      'content/tables/exit-codes/table.yaml',
      TABLE.replace('of="disk"', 'of="disc"'),
    ],
    [
      'a case that leads elsewhere',
      'content/guides/disk/cases/one.log',
      'ERROR <main> all is well\n',
    ],
    [
      'a thesaurus list that matches no page',
      'content/thesaurus/words.yaml',
      'same:\n  - [unicorn, 一角獣]\n',
    ],
    [
      'a word in two thesaurus lists',
      'content/thesaurus/words.yaml',
      'same:\n  - [disk full, ディスクフル]\n  - [Disk Full, no room]\n',
    ],
    [
      'a slip for two words',
      'content/thesaurus/words.yaml',
      'slips:\n  disk: [disc]\n  full: [disc]\n',
    ],
    ['a slip that a page uses', 'content/thesaurus/words.yaml', 'slips:\n  room: [disk]\n'],
    [
      'a YAML alias without an anchor',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('act: now', 'act: *now'),
    ],
    [
      'aliases of aliases',
      'content/catalogs/agent/disk-full/entry.yaml',
      `${ENTRY}a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n`,
    ],
    [
      'a YAML tag',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('act: now', 'act: !now now'),
    ],
    ['a tab', 'content/catalogs/agent/disk-full/entry.yaml', ENTRY.replace('  - text', '\t- text')],
    [
      'a misspelled field',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('templates:', 'template:'),
    ],
    [
      'text instead of a list',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace(/templates:[\s\S]*full'/, "templates: 'disk {path} is full'"),
    ],
    ['a list instead of fields', 'content/catalogs/agent/disk-full/entry.yaml', '- role: cause\n'],
    [
      'a file in another encoding',
      'content/catalogs/agent/disk-full/entry.yaml',
      Buffer.from(`\ufeff${ENTRY}`, 'utf16le'),
    ],
    [
      'a sample in another encoding',
      'content/catalogs/agent/disk-full/samples/one.log',
      Buffer.from('\ufeffERROR <main> disk /var is full\r\n', 'utf16le'),
    ],
    ['an empty sample', 'content/catalogs/agent/disk-full/samples/one.log', ''],
    [
      'a text without front matter',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disk is full.').replace('---\n', ''),
    ],
    [
      'a character that reverses the text',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disk is full.').replace('Printed often.', 'Printed \u202eoften.'),
    ],
    [
      'a Japanese page in English',
      'content/catalogs/agent/disk-full/ja.mdx',
      entryText('The disk of a path is full.'),
    ],
    [
      'an English page in Japanese',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('ディスクがいっぱいになっています。'),
    ],
    [
      'a neighbour that is the entry itself',
      'content/catalogs/agent/disk-full/entry.yaml',
      `${ENTRY}neighbours: [agent/disk-full]\n`,
    ],
    [
      'a version that was never released',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('0.87.0', '0.78.9'),
    ],
    [
      'a day before the release of its version',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('2026-11-24', '2016-11-24'),
    ],
    [
      'wordings in the wrong order of versions',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace("is full'", "is full'\n    since: 0.58.0\n    until: 0.57.0"),
    ],
    [
      'a hole with a catalog that does not exist',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace("is full'", "is full: {cause}'").replace(
        'checked',
        'holes:\n  cause: { catalogs: [nework] }\nchecked',
      ),
    ],
    [
      'adjacent holes',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace("is full'", "is full: {code:int}{more:rest}'"),
    ],
    [
      'a value of a hole that the entry does not have',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('confidence', 'where: { pth: [/var] }, confidence'),
    ],
    [
      'evidence that every log matches',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('[.., agent/disk-full]', '[..]'),
    ],
    [
      'a fix without steps',
      'content/guides/disk/en.mdx',
      guideText.replace(/<Step[\s\S]*<\/Step>/, '- Make room'),
    ],
    [
      'a step without a title',
      'content/guides/disk/en.mdx',
      guideText.replace('"Make room"', '""'),
    ],
    [
      'a command with its prompt',
      'content/guides/disk/en.mdx',
      guideText.replace('df -h', '$ df -h'),
    ],
    [
      'a fenced block in an unknown language',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', 'Seen.\n\n```lgo\ndisk\n```'),
    ],
    [
      'a bare URL',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', 'See https://mackerel.io/docs.'),
    ],
    [
      'a table in prose',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', '| a | b |\n| --- | --- |\n| 1 | 2 |'),
    ],
    [
      'text inside <Guide>',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', 'See <Guide of="disk">this</Guide>.'),
    ],
    [
      'a sample in decides that is in no command',
      'content/guides/disk/guide.yaml',
      `${GUIDE}decides: { what: { en: Who fills it., ja: 何がいっぱいにしたかです。 }, command: df -Pkl, of: path, sample: /var }\n`,
    ],
    [
      'a second column with the same id',
      'content/tables/exit-codes/table.yaml',
      TABLE.replace(
        'ja: 意味 } }',
        'ja: 意味 } }\n  - { id: meaning, title: { en: More, ja: 詳細 } }',
      ),
    ],
    [
      'a group without rows',
      'content/tables/exit-codes/table.yaml',
      TABLE.replace('rows:', 'groups: [{ id: other, title: { en: Other, ja: その他 } }]\nrows:'),
    ],
    ['a page at an address that exists', 'content/pages/guides.yaml', PAGE],
    [
      'a second section with the same id',
      'content/pages/about.yaml',
      PAGE + PAGE.slice(PAGE.indexOf('  - id: what')),
    ],
    [
      'a page with a link to another host',
      'content/pages/about.yaml',
      PAGE.replace('It explains messages.', '"It [explains](https://example.com/) messages."'),
    ],
    [
      'a URL with another scheme',
      'content/elsewhere/apm.yaml',
      'title: { en: APM, ja: APM }\nwords: [apm]\nurl: { en: "javascript:alert(1)", ja: "https://mackerel.io/" }\n',
    ],
    [
      'a file with a name that nothing reads',
      'content/catalogs/agent/disk-full/fr.mdx',
      entryText('Le disque est plein.'),
    ],
    [
      'a folder with a name that nothing reads',
      'content/catalogs/agent/disk-full/look-alikes/one.log',
      'ERROR <main> disk /var is empty\n',
    ],
    ['a name that cannot be part of a URL', 'content/diagrams/Disk Life.yaml', 'drawing: flow\n'],
    [
      'a code with a guide that does not exist',
      'content/thesaurus/words.yaml',
      'codes:\n  - { code: "28", guides: [disc] }\n',
    ],
  ])('reports %s', (_name, file, text) => expect(complaints({ [file]: text })).toMatchSnapshot());

  it.each<[string, Record<string, string>]>([
    ['a value of the log without a type', filling('ls -- /var/log', '')],
    ['a type that does not exist', filling('ls -- /var/log', ' fits="full-dsk"')],
    [
      'a type for reading where something is deleted',
      filling('ls -- /var/log && rm -- /var/log', ' fits="any-path"'),
    ],
    ['a type for reading behind sudo', filling('sudo ls -- /var/log', ' fits="any-path"')],
    [
      'a type for reading where something is written',
      filling('ls -- /var/log > /var/list', ' fits="any-path"'),
    ],
    [
      'a type for reading behind a substitution',
      filling('ls -- /var/log $(rm x)', ' fits="any-path"'),
    ],
    [
      'a type for reading in PowerShell',
      filling('Remove-Item /var/log', ' fits="any-path"', 'powershell'),
    ],
    ['a value that may be read as an option', filling('sudo rm -f /var/log', ' fits="full-disk"')],
    [
      'a command of the log without quotes after sh -c',
      filling('sh -c /var/log', ' fits="clean-up"'),
    ],
    [
      'a type that takes a value that none may take',
      { 'content/commands.yaml': COMMANDS.replace("'/var/.+'", "'/.+'") },
    ],
    [
      'a type that refuses a value that it must take',
      { 'content/commands.yaml': COMMANDS.replace('takes: [/var/log]', 'takes: [/srv]') },
    ],
    [
      'a type without values to refuse',
      { 'content/commands.yaml': COMMANDS.replace(', refuses: [/etc]', '') },
    ],
    [
      'a type with a broken pattern',
      { 'content/commands.yaml': COMMANDS.replace("'/var/.+'", "'/var/(.+'") },
    ],
  ])('reports %s', (_name, files) => expect(complaints(files)).toMatchSnapshot());

  it.each([
    ['ls -- /var/log', 'any-path'],
    ['ls -l -- /var/log 2>/dev/null | ls', 'any-path'],
    ['sudo rm -f -- /var/log', 'full-disk'],
    ["sh -c '/var/log'", 'clean-up'],
  ])('accepts %s with %s', (command, type) =>
    expect(complaints(filling(command, ` fits="${type}"`))).toBe(''),
  );

  it('reports a wrong file type and a broken link without a stack trace', () => {
    complaints();
    const entry = 'content/catalogs/agent/disk-full';
    rmSync(join(root, entry, 'en.mdx'));
    mkdirSync(join(root, entry, 'en.mdx'));
    symlinkSync('nowhere', join(root, entry, 'samples/gone.log'));
    write(`${entry}/lookalikes`, 'not a folder');
    symlinkSync('.', join(root, entry, 'loop'));
    expect(formatProblems(checkFolder(root).problems)).toMatchSnapshot();
  });

  it('reports one problem if a whole part of the content is missing', () => {
    complaints();
    rmSync(join(root, 'content/guides'), { recursive: true });
    expect(formatProblems(checkFolder(root).problems)).toBe(
      'content/guides\n  found: no such folder\n  write: the folder; content/README.md describes it',
    );
  });

  it('ignores files left by editors, Windows line endings and byte order marks', () => {
    expect(
      complaints({
        'content/.DS_Store': 'x',
        'content/guides/disk/en.mdx~': 'x',
        'content/_drafts/idea.txt': 'x',
        'content/guides/disk/en.mdx': `\ufeff${guideText.replaceAll('\n', '\r\n')}`,
        'content/catalogs/agent/disk-full/entry.yaml': `\ufeff${ENTRY.replaceAll('\n', '\r\n')}`,
      }),
    ).toBe('');
  });

  it('reports only the unfilled gap of a file that has one, with its line', () => {
    const entry = 'content/catalogs/agent/disk-full';
    expect(
      complaints({
        [`${entry}/samples/one.log`]: 'GAP a line\n',
        [`${entry}/ja.mdx`]: entryText('GAP what it means'),
      }),
    ).toBe(
      `${entry}/ja.mdx:2\n  found: a GAP that is not filled in\n  write: the text instead of GAP\n${entry}/samples/one.log:1\n  found: a GAP that is not filled in\n  write: the text instead of GAP`,
    );
  });

  it('accepts a product with only a title, catalogs, names, one header and releases', () => {
    rmSync(join(root, 'content/products'), { recursive: true });
    write(
      'content/products/diskd/product.yaml',
      `title: diskd
catalogs: [agent]
names: [diskd]
headers: ['{level} <{tag}> ']
releases: { "0.87.0": "2026-06-26" }
`,
    );
    complaints();
    const { content, problems } = checkFolder(root);
    expect(formatProblems(problems)).toBe('');
    expect(content.products[0]).toMatchObject({
      yaml: { plain: ['agent'], programs: ['diskd'] },
      settings: null,
      messages: [],
    });
    expect(content.formats.map(({ slug }) => slug)).toContain('journald');
  });

  it.each<[string, string, string]>([
    ['no header', '', 'no headers'],
    ['an unknown preset', 'preset: ngnix', 'preset: ngnix, which does not exist'],
    ['a hole for the message', "headers: ['{date} {clock} {message}']", 'a hole for the message'],
    ['a header that ends in a hole', "headers: ['{date} {clock} {level}']", 'which ends in a hole'],
    ['a hole that takes the message', "headers: ['{date} {more:rest} ']", 'takes the message too'],
    ['an unknown hole', "headers: ['{date} {clokc} ']", 'a hole of unknown type "clokc"'],
    ['the hole that was meant', "headers: ['{date} {lvel} ']", 'did you mean {level}?'],
    [
      'a level spelled twice',
      'preset: nginx\nlevels: { INFO: [info, warn], WARNING: [warn] }',
      'levels: warn under INFO and WARNING',
    ],
    ['an unknown level', 'preset: nginx\nlevels: { NOTICE: [notice] }', 'NOTICE'],
    ['a level without words', 'preset: nginx\nlevels: { INFO: [] }', 'levels.INFO'],
    ['fields without a message', 'fields: { as: json }', 'message'],
    ['an unknown notation', 'fields: { as: xml, message: [msg] }', 'xml'],
  ])('explains %s of a product', (_name, format, found) => {
    complaints();
    const file = 'content/products/mackerel-agent/product.yaml';
    const product = readFileSync(join(root, file), 'utf8')
      .replace('preset: go-tags\n', '')
      .replace(/\nheaders:\n(?: .*\n)+/, `\n${format}\n`);
    write(file, product);
    const text = formatProblems(checkFolder(root).problems);
    expect(text).toContain(file);
    expect(text).toContain(found);
  });

  it('asks to mark an example in the command of a question as one that readers replace', () => {
    const product = `title: other
catalogs: [agent]
names: [other]
headers: ['{level} ']
releases: {}
logs:
  - os: kubernetes
    label: { en: Kubernetes, ja: Kubernetes }
    where: { en: The output of the pod, ja: Podの出力 }
    command: kubectl logs my-pod
    example: my-pod
missing:
  whole-line:
    what: { en: The whole line., ja: 途中で切れていない行です。 }
    command: other log
    kubernetes: kubectl logs my-pod --tail=9
`;
    const file = 'content/products/other/product.yaml';
    const wanted = 'found: "my-pod" in a command of a question, not marked as an example';
    const found = (example: string): string => {
      write(file, product + example);
      return formatProblems(checkFolder(root).problems);
    };
    complaints();
    expect(found('')).toContain(wanted);
    expect(found('    example: my-pod\n')).not.toContain(file);
    expect(found('    example: my-pod, my-task\n')).toContain(
      'found: "my-task", which is not in the command',
    );
  });

  it('lets a site replace and add formats', () => {
    complaints({
      'content/formats/journald.yaml': 'json-fields: [entry]\n',
      'content/formats/own.yaml': "envelopes: [{ name: own, text: '{clokc} ' }]\n",
    });
    const { content, problems } = checkFolder(root);
    expect(content.formats.find(({ slug }) => slug === 'journald')?.yaml.envelopes).toEqual([]);
    expect(formatProblems(problems)).toContain('content/formats/own.yaml:1');
  });

  it('names missing holes and misplaced releases of a product', () => {
    complaints();
    const file = 'content/products/mackerel-agent/product.yaml';
    const product = readFileSync(join(root, file), 'utf8');
    write(file, `${product.replace('hole: version', 'hole: vresion')}  "0.1.0": "2014-01-01"\n`);
    for (const [id, text] of [
      ['starting', 'Starting version:{version:word}'],
      ['version', 'mackerel-agent version {version:word}'],
    ] as const) {
      for (const [name, content] of Object.entries({
        'entry.yaml': ENTRY.replace('disk {path} is full', text),
        'en.mdx': entryText('It is a start.'),
        'ja.mdx': entryText('エージェントが起動しています。'),
      }))
        write(`content/catalogs/agent/${id}/${name}`, content);
    }
    expect(
      formatProblems(
        checkFolder(root, PARSED).problems.filter(({ found }) => /vresion|releases:/.test(found)),
      ),
    ).toMatchSnapshot();
  });

  it('suggests the most similar of several names that share as many words', () => {
    const twin = Object.fromEntries(
      Object.entries(FILES)
        .filter(([file]) => file.includes('/disk-full/'))
        .map(([file, text]) => [
          file.replace('/disk-full/', '/disk-any-full/'),
          text.replaceAll('disk', 'plate'),
        ]),
    );
    expect(
      complaints({
        ...twin,
        'content/guides/disk/guide.yaml': GUIDE.replace('agent/disk-full', 'agent/disk-ful-full'),
      }),
    ).toContain('did you mean agent/disk-full?');
  });

  it('names a catalog that no product uses, and says what it needs', () => {
    const catalog = Object.fromEntries(
      Object.entries(FILES)
        .filter(([file]) => file.includes('/disk-full/'))
        .map(([file, text]) => [file.replace('/agent/', '/agnet/'), text]),
    );
    expect(complaints(catalog)).toMatchSnapshot('without its words');
    const words = `title: { en: Disks, ja: ディスク }\nabout: { en: All disks., ja: ディスクです。 }\n`;
    expect(
      complaints({ ...catalog, 'content/catalogs/agnet/catalog.yaml': words }),
    ).toMatchSnapshot('with its words');
  });

  it('accepts a site in Japanese only', () => {
    const site = readFileSync(join(SAMPLE_ROOT, 'content/site.yaml'), 'utf8');
    const english = Object.keys(FILES).filter((file) => file.endsWith('en.mdx'));
    const japanese = {
      ...Object.fromEntries(english.map((file) => [file, null])),
      'content/site.yaml': site.replace('[en, ja]', '[ja]'),
    };
    expect(complaints(japanese)).toBe('');
  });

  describe('of a site in English only', () => {
    const files = Object.fromEntries(
      Object.entries(FILES).map(([file, text]) => [file, file.endsWith('ja.mdx') ? null : text]),
    );
    const site = readFileSync(join(SAMPLE_ROOT, 'content/site.yaml'), 'utf8');
    const english = { ...files, 'content/site.yaml': site.replace('[en, ja]', '[en]') };

    it('accepts pages with or without Japanese, because another site may share them', () => {
      expect(complaints(english)).toBe('');
      expect(complaints({ ...FILES, 'content/site.yaml': english['content/site.yaml'] })).toBe('');
    });

    it('accepts texts without Japanese, which a site in both languages needs', () => {
      const table = TABLE.replaceAll(/, ja: [^},]+/g, '');
      expect(complaints({ ...english, 'content/tables/exit-codes/table.yaml': table })).toBe('');
      expect(
        complaints({
          ...FILES,
          'content/site.yaml': site,
          'content/tables/exit-codes/table.yaml': table,
        }),
      ).toMatchSnapshot();
    });
  });

  it.each([
    ['a language without interface texts', 'languages: [en, ja]', 'languages: [en, fr]'],
    ['a language that is no list', 'languages: [en, ja]', 'languages: en'],
    ['a language twice', 'languages: [en, ja]', 'languages: [en, ja, en]'],
    ['an example that does not exist', 'hosts:', 'examples: [{ guide: disk, case: two }]\nhosts:'],
    ['a symptom without a guide', 'home:', `home:\n  symptoms: [${SYMPTOM} }]`],
    [
      'a symptom whose guide does not exist',
      'home:',
      `home:\n  symptoms: [${SYMPTOM}, guide: x }]`,
    ],
    [
      'an icon that does not exist',
      'home:',
      `home:\n  symptoms: [${SYMPTOM}, guide: disk, icon: cow }]`,
    ],
    ['a category that a guide needs', 'id: startup', 'id: start'],
    ['an address in place of a host', 'hosts: [', 'hosts: [https://example.com/, '],
    ['a stylesheet that does not exist', 'hosts:', 'theme: { stylesheet: blue.css }\nhosts:'],
    ['a color by name', 'hosts:', "theme: { accent: { light: navy, dark: '#aabbff' } }\nhosts:"],
    ['feedback without a place for the text', /$/, "feedback: 'mailto:a@example.com'\n"],
    ['edit with another scheme', /$/, "edit: 'javascript:alert({file})'\n"],
    [
      'a color that cannot be read',
      'hosts:',
      "theme: { accent: { light: '#aabbff', dark: '#aabbff' } }\nhosts:",
    ],
    [
      'paper without ink',
      'hosts:',
      "theme: { paper: { light: '#ffffff', dark: '#000000' } }\nhosts:",
    ],
    ['a logo that is not an SVG file', 'hosts:', 'theme: { logo: logo.png }\nhosts:'],
    ['a logo that does not exist', 'hosts:', 'theme: { logo: logo.svg }\nhosts:'],
  ])('reports %s in site.yaml', (_name, from, to) => {
    const site = readFileSync(join(SAMPLE_ROOT, 'content/site.yaml'), 'utf8');
    expect(complaints({ 'content/site.yaml': site.replace(from, to) })).toMatchSnapshot();
  });

  it('names a cause that no guide explains', () => {
    expect(
      complaints({
        'content/guides/disk/guide.yaml': GUIDE.replace(/evidence:[\s\S]*/, ''),
        'content/guides/disk/cases/one.log': null,
      }),
    ).toMatchSnapshot();
  });

  it('names two guides with the same order', () => {
    const twin = Object.fromEntries(
      Object.entries(FILES)
        .filter(([file]) => file.includes('guides') && !file.endsWith('.log'))
        .map(([file, text]) => [
          file.replace('guides/disk', 'guides/drive'),
          text.replace(/evidence:[\s\S]*/, ''),
        ]),
    );
    expect(
      complaints({
        ...twin,
        'content/guides/drive/en.mdx': guideText.replace('disk is', 'drive is'),
        'content/guides/drive/ja.mdx': guideTextJa.replace('ディスクが', 'ドライブが'),
      }),
    ).toMatchSnapshot();
  });

  it('names a whole log with unexpected results', () => {
    const place = 'content/products/mackerel-agent/cases/full-again';
    complaints({
      [`${place}.log`]: 'ERROR <main> disk /var is full\n',
      [`${place}.yaml`]: 'about: The disk is full again.\nstatus: recovered\nanswers: []\n',
    });
    expect(
      formatProblems(checkFolder(root).problems.filter(({ file }) => file === `${place}.yaml`)),
    ).toMatchSnapshot();
  });

  it('names a whole log of another product', () => {
    const place = 'content/products/drive/cases/full';
    complaints({
      'content/products/drive/product.yaml':
        "title: drive\nnames: [drive]\ncatalogs: [agent]\nheaders: ['[{level}] ']\nreleases: { '1.0.0': '2026-01-01' }\n",
      [`${place}.log`]: 'ERROR <main> disk /var is full\n',
      [`${place}.yaml`]: 'about: The disk is full.\nstatus: action-needed\nanswers: [disk]\n',
    });
    expect(
      formatProblems(checkFolder(root).problems.filter(({ file }) => file.includes('drive'))),
    ).toMatchSnapshot();
  });

  it('names a diagram that no page shows', () => {
    const flow =
      'drawing: flow\ntitle: { en: Disk, ja: ディスク }\ntext: { en: It fills., ja: いっぱいになります。 }\nsteps:\n  - label: { en: Empty, ja: 空 }\n  - label: { en: Full, ja: いっぱい }\n';
    expect(complaints({ 'content/diagrams/disk-life.yaml': flow })).toMatchSnapshot();
  });

  describe('mistakes in an entry', () => {
    const folder = 'content/catalogs/agent/disk-full';
    const yaml = `${folder}/entry.yaml`;
    const sample = `${folder}/samples/one.log`;
    const LINE = '2026/11/24 22:41:04 ERROR <main> ';

    it('shows the message of a template that is a whole line', () => {
      const found = complaints({
        [yaml]: ENTRY.replace('disk {path}', `${LINE}disk {path}`),
        [sample]: `${LINE}disk /var is full\n`,
      });
      expect(found).toContain(`with the header of the line, "${LINE}"`);
      expect(found).toContain('which follows the header: "disk {path} is full"');
    });

    it('shows the message of a template that begins with the level', () => {
      const found = complaints({
        [yaml]: ENTRY.replace('disk {path}', 'ERROR <main> disk {path}'),
        [sample]: `${LINE}disk /var is full\n`,
      });
      expect(found).toContain('with the header of the line, "ERROR <main> "');
    });

    it('shows the message of a template with the header of a line that is no problem', () => {
      const line = LINE.replace('ERROR', 'INFO');
      const found = complaints({
        [yaml]: ENTRY.replace('disk {path}', `{time:text} INFO <main> disk {path}`),
        [sample]: `${line}disk /var is full\n`,
      });
      expect(found).toContain(`with the header of the line, "${line}"`);
      expect(found).toContain('which follows the header: "disk {path} is full"');
    });

    it.each([LINE, '{date} {clock} ERROR <main> '])(
      'reports a second template with the header %s',
      (header) =>
        expect(
          complaints({
            [yaml]: ENTRY.replace('checked', `  - text: '${header}disk is full'\nchecked`),
          }),
        ).toContain(`"${header}disk is full", which begins with the header of a line`),
    );

    it('shows what follows a template that is too short', () => {
      const found = complaints({ [sample]: `${LINE}disk /var is full: 0 bytes left\n` });
      expect(found).toContain('ends before the message does: ": 0 bytes left" follows');
      expect(found).toContain('write: "disk {path} is full: 0 bytes left", with a hole');
    });

    it('names a template that differs in upper and lower case', () =>
      expect(complaints({ [yaml]: ENTRY.replace('disk {path}', 'Disk {path}') })).toContain(
        'the template "Disk {path} is full", which differs in upper and lower case\n' +
          '  write: ERROR <main> disk /var is full',
      ));

    it('names the words in which the nearest template differs', () => {
      const found = complaints({ [yaml]: ENTRY.replace('is full', 'was full') });
      expect(found).toContain('"disk {path} was full": "was" is "is" in the sample');
      expect(complaints({ [yaml]: ENTRY.replace('is full', 'is full: {cause}') })).toContain(
        '" is full: " is not in the sample',
      );
    });

    it('names a condition that a sample does not meet', () =>
      expect(
        complaints({ [yaml]: ENTRY.replace("is full'", "is full'\n    level: CRITICAL") }),
      ).toContain('only at CRITICAL\n  write: a sample at CRITICAL'));

    it('reports a nested entry on a line of its own', () =>
      expect(
        complaints({ [yaml]: `${ENTRY}nested: true\n`, [sample]: `${LINE}disk /var is full\n` }),
      ).toContain('of a nested entry, but no line can begin with one'));

    it('does not find a message within a sentence of a sample', () =>
      expect(complaints({ [sample]: 'they say disk /var is full, and why?\n' })).toContain(
        `${sample}\n  found: no entry matches these lines`,
      ));

    it.each(["'error: {rest}'", "'{cause}: failed'", "'Error {message:text}'"])(
      'rejects a template that matches anything: %s',
      (text) =>
        expect(complaints({ [yaml]: ENTRY.replace("'disk {path} is full'", text) })).toContain(
          'which matches messages of any kind',
        ),
    );

    it('accepts generic words with a level and a tag, or that are common', () => {
      const text = ENTRY.replace('disk {path} is full', 'error: {reason:rest}');
      for (const yaml of [
        text.replace("rest}'", "rest}'\n    level: ERROR\n    tag: main"),
        `${text}common: true\n`,
      ])
        expect(complaints({ [`${folder}/entry.yaml`]: yaml })).not.toContain('of any kind');
    });

    it('reports the same text as nested and on a line of its own', () => {
      const twin = Object.fromEntries(
        Object.entries(FILES)
          .filter(([file]) => file.includes('catalogs'))
          .map(([file, text]) => [file.replace('disk-full', 'disk-nested'), text]),
      );
      expect(
        complaints({
          ...twin,
          'content/catalogs/agent/disk-nested/entry.yaml': `${ENTRY}nested: true\n`,
        }),
      ).toContain('agent/disk-nested has it as a nested text, so one hides the other');
    });

    it('reports secrets and mail addresses in logs, without printing them', () => {
      const found = complaints({
        [sample]:
          'ERROR <main> disk /var is full\nX-Api-Key: Zq8vK2mN4pR7tX9wB3cD5fG6hJ8kL1nP2qS4uV6yA1b=\n',
        [`${folder}/lookalikes/mail.log`]: 'ERROR <main> no mail to taro.yamada@hatena.ne.jp\n',
      });
      expect(found).toContain(`${sample}:2\n  found: "Zq8…1b=", an API key`);
      expect(found).toContain('mail.log:1\n  found: "tar….jp", a mail address');
      expect(found).toContain('write: mail-1 in its place');
      expect(
        complaints({ [sample]: 'ERROR <main> disk /var is full\nX-Api-Key: key-1\n' }),
      ).not.toContain('an API key');
    });

    it('reports a date in the future', () =>
      expect(complaints({ [yaml]: ENTRY.replace('2026-11-24', '2999-01-01') })).toContain(
        `${yaml}:5\n  found: the date 2999-01-01, which is in the future`,
      ));

    it('reports that nothing explains what to do now', () => {
      const changes = {
        [yaml]: ENTRY.replace('role: cause', 'role: consequence'),
        'content/guides/disk/guide.yaml': GUIDE.replace(/evidence:[\s\S]*/, ''),
        'content/guides/disk/cases/one.log': null,
      };
      expect(complaints(changes)).toContain('act: now, but no guide says how');
      expect(
        complaints({ ...changes, [yaml]: ENTRY.replace('cause', 'info').replace('now', 'wait') }),
      ).toBe('');
    });

    it('names the required fields if there are none', () =>
      expect(complaints({ [`${folder}/en.mdx`]: '---\n---\n<When>\nOften.\n</When>\n' })).toContain(
        'no fields\n  write: summary: …;',
      ));

    it('reports each GAP of a file', () => {
      const found = complaints({
        [`${folder}/en.mdx`]: entryText('GAP what it means').replace('Printed often.', 'GAP when'),
      });
      expect(found.match(/en\.mdx:\d+\n {2}found: a GAP.*/g)).toEqual([
        'en.mdx:2\n  found: a GAP that is not filled in, in lines 2, 5',
      ]);
    });

    it('asks for a catalog under plain if a line without a header is not read', () => {
      complaints();
      const product = 'content/products/mackerel-agent/product.yaml';
      const text = readFileSync(join(root, product), 'utf8');
      write(product, text.replace(/^plain: \[agent, /m, 'plain: ['));
      const found = complaints({
        [sample]: 'disk /var is full\n',
        'content/guides/disk/cases/one.log': 'disk /var is full\n',
      });
      expect(found).toContain('write: agent under plain in product.yaml');
    });
  });

  describe('mistakes in a guide', () => {
    const quota = (yaml: string): Record<string, string> => ({
      'content/guides/quota/guide.yaml': yaml.replace('order: 1', 'order: 2'),
      'content/guides/quota/en.mdx': guideText.replace('disk is', 'quota is'),
      'content/guides/quota/ja.mdx': guideTextJa.replace('ディスクが', '割り当てが'),
      'content/guides/quota/cases/one.log': 'ERROR <main> disk /var is full\n',
    });

    it('reports the same chain as certain in two guides, unless their conditions differ', () => {
      const found = complaints(quota(GUIDE));
      expect(found).toContain(
        'guides/disk/guide.yaml:6\n  found: [.., agent/disk-full], which is certain evidence for quota too',
      );
      expect(found).toContain('which is certain evidence for disk too');
      const where = (key: string): string =>
        GUIDE.replace(', confidence', `, ${key}: { path: [/var] }, confidence`);
      expect(
        complaints({
          ...quota(where('where-not')),
          'content/guides/disk/guide.yaml': where('where'),
        }),
      ).not.toContain('certain evidence');
    });

    it('names the evidence that won', () => {
      const weaker = GUIDE.replace('certain', 'likely');
      expect(complaints(quota(weaker))).toContain(
        'guides/quota/cases/one.log\n  found: the first answer is disk, ' +
          'by its evidence { chain: [.., agent/disk-full], confidence: certain };',
      );
    });

    it('reports a link that leads elsewhere in the other language', () =>
      expect(
        complaints({
          ...quota(GUIDE),
          'content/guides/disk/en.mdx': guideText.replace('Seen.', 'See <Guide of="quota" />.'),
          'content/guides/disk/ja.mdx': guideTextJa.replace('Seen.', 'See <Guide of="disk" />.'),
        }),
      ).toContain(
        'guides/disk/ja.mdx:7\n  found: <Guide of="disk" /> in <Signs>, where en.mdx has <Guide of="quota" />',
      ));
  });

  describe('of causes', () => {
    const yaml = 'content/guides/disk/guide.yaml';
    const en = 'content/guides/disk/en.mdx';
    const ja = 'content/guides/disk/ja.mdx';
    const entry = 'content/catalogs/agent/disk-full';
    const edit = (file: string, from: string, to: string): Record<string, string> => {
      const text = { ...FILES, ...CAUSES }[file] ?? '';
      expect(text).toContain(from);
      return { [file]: text.replace(from, to) };
    };
    const withVerdict = (language: 'en' | 'ja', verdict: string): Record<string, string> =>
      edit(`${entry}/${language}.mdx`, '\n---\n<When>', `\nverdict: "${verdict}"\n---\n<When>`);

    it('reports nothing if they fit the text and the log', () =>
      expect(
        complaints({
          ...CAUSES,
          ...withVerdict('en', 'The disk of {path} is full.'),
          ...withVerdict('ja', '{path}のディスクがいっぱいです。'),
        }),
      ).toBe(''));

    it.each<[string, Record<string, string>]>([
      ['steps of a cause that does not exist', edit(yaml, '  cache: [', '  cash: [')],
      ['a step that does not exist', edit(yaml, 'cache: [clean]', 'cache: [cleen]')],
      ['a cause without steps', edit(yaml, '  cache: [clean]\n', '')],
      [
        'evidence of a cause that does not exist',
        edit(yaml, 'cause: logs, conf', 'cause: log, conf'),
      ],
      [
        'a condition of a step that does not exist',
        edit(yaml, 'cases:', 'applies:\n  cleen: { program: stopped }\ncases:'),
      ],
      [
        'a condition with a cause that does not exist',
        edit(yaml, 'cases:', 'applies:\n  clean: { causes: [cash] }\ncases:'),
      ],
      ['a value in a verdict that no entry captures', edit(en, '{path}', '{mount}')],
      [
        'a value of another entry that it does not capture',
        edit(ja, 'disk-full:path', 'disk-full:mount'),
      ],
      ['a verdict with other values in Japanese', edit(ja, '{path}', '{agent/disk-full:path}')],
      ['a verdict of a cause in one language', edit(ja, ' verdict="ログでいっぱい： {path}."', '')],
      ['a verdict of an entry in one language', withVerdict('ja', 'ディスクがいっぱいです。')],
      [
        'a verdict of a vague entry',
        {
          [`${entry}/entry.yaml`]: ENTRY.replace('act: now', 'act: now\nvague: true'),
          ...withVerdict('en', 'The disk of {path} is full.'),
          ...withVerdict('ja', '{path}のディスクがいっぱいです。'),
        },
      ],
      [
        'a log without a row',
        edit(yaml, 'cases:\n  one: { cause: logs, first-step: clean }\n', ''),
      ],
      [
        'a row for a log that does not exist',
        edit(yaml, '  one: {', '  two: { cause: null, first-step: null }\n  one: {'),
      ],
      ['a row with another cause', edit(yaml, '{ cause: logs, first', '{ cause: cache, first')],
      ['a row with another first step', edit(yaml, 'first-step: clean', 'first-step: null')],
    ])('names %s', (_name, changes) =>
      expect(complaints({ ...CAUSES, ...changes })).toMatchSnapshot(),
    );

    it('names a cause of a setting that its guide does not have', () => {
      const file = 'content/products/mackerel-agent/config.yaml';
      const setting = 'paths: [apikey], type: string, about: { en: A key., ja: キー。 }';
      complaints({
        ...CAUSES,
        [file]: `file: a.conf
format: toml
problems: {}
settings:
  - { ${setting}, guide: disk, cause: cash }
`,
      });
      const problems = checkFolder(root).problems.filter((problem) => problem.file === file);
      expect(formatProblems(problems)).toBe(
        `${file}:5\n  found: apikey: cash, which is not a cause of its guide\n  write: one of logs, cache`,
      );
    });
  });

  it('asks for tells-apart if one chain leads to two guides, unless a value decides', () => {
    const quota = (yaml: string): Record<string, string> => ({
      'content/guides/quota/guide.yaml': yaml.replace('order: 1', 'order: 2'),
      'content/guides/quota/en.mdx': guideText.replace('disk is', 'quota is'),
      'content/guides/quota/ja.mdx': guideTextJa.replace('ディスクが', '割り当てが'),
      'content/guides/quota/cases/one.log': 'ERROR <main> disk /var is full\n',
    });
    const possible = `${GUIDE.replace('certain', 'possible')}decides: { what: { en: Who fills it., ja: 何がいっぱいにしたかです。 }, command: quota, reads: { en: Its last line., ja: 最後の行です。 } }\n`;
    const shared = complaints({ ...quota(possible) });
    expect(shared).toContain(
      'content/guides/disk/guide.yaml\n  found: [.., agent/disk-full], which leads to quota as well\n  write: tells-apart: - { guide: quota',
    );
    expect(shared).toContain(
      'content/guides/quota/guide.yaml\n  found: [.., agent/disk-full], which leads to disk as well',
    );
    const apart = (guide: string): string =>
      `tells-apart:\n  - { guide: ${guide}, en: The quota of a user is full., ja: ユーザーの割り当てがいっぱいになっている。 }\n`;
    expect(
      complaints({
        ...quota(possible + apart('disk')),
        'content/guides/disk/guide.yaml': GUIDE + apart('quota'),
      }),
    ).not.toContain('as well');
    const where = (values: string, key: string): string =>
      possible.replace(', confidence', `, ${key}: { path: [${values}] }, confidence`);
    expect(
      complaints({
        ...quota(where('/var', 'where')),
        'content/guides/disk/guide.yaml': where('/var', 'where-not'),
      }),
    ).not.toContain('as well');
    expect(
      complaints({
        ...quota(where('/var, /tmp', 'where')),
        'content/guides/disk/guide.yaml': where('/var', 'where-not'),
      }),
    ).toContain('as well');
    const beside = (id: string): string => GUIDE.replace('certain', `possible, beside: ${id}`);
    expect(complaints(quota(beside('agent/disk-full')))).not.toMatch(/as well|how to confirm/);
    expect(complaints(quota(beside('agent/disk-ful')))).toContain(
      'evidence.beside names agent/disk-ful, which does not exist',
    );
  });

  it('accepts a level that distinguishes two texts, but not a tag that only one of them has', () => {
    const twin = Object.fromEntries(
      Object.entries(FILES)
        .filter(([file]) => file.includes('catalogs'))
        .map(([file, text]) => [file.replace('disk-full', 'disk-is-full'), text]),
    );
    const yaml = 'content/catalogs/agent/disk-is-full/entry.yaml';
    const sample = {
      'content/catalogs/agent/disk-is-full/samples/one.log':
        '2026/11/24 22:40:19 CRITICAL <main> disk /var is full\n',
    };
    expect(
      complaints({
        ...twin,
        ...sample,
        [yaml]: ENTRY.replace('role: cause\nact: now', 'role: harmless\nact: ignore').replace(
          "is full'",
          "is full'\n    level: CRITICAL",
        ),
      }),
    ).toBe('');
    expect(
      complaints({
        ...twin,
        ...sample,
        [yaml]: ENTRY.replace("is full'", "is full'\n    tag: main"),
      }),
    ).toContain('which agent/disk-full has as well');
  });

  it('says what to write in a field instead of its GAP', () =>
    expect(
      complaints({ 'content/catalogs/agent/disk-full/entry.yaml': 'role: GAP one of four\n' }),
    ).toContain('found: a GAP in role that is not filled in\n  write: one of four'));
  it('names both entries of a collision', () => {
    const twin = Object.fromEntries(
      Object.entries(FILES)
        .filter(([file]) => file.includes('catalogs'))
        .map(([file, text]) => [file.replace('disk-full', 'disk-is-full'), text]),
    );
    expect(complaints(twin)).toMatchSnapshot();
  });

  it('lets two products have the same message', () => {
    const twin = Object.fromEntries(
      Object.entries(FILES)
        .filter(([file]) => /entry\.yaml|mdx$/.test(file) && file.includes('catalogs'))
        .map(([file, text]) => [
          file.replace('agent/disk-full', 'other/disk-is-full'),
          text.replace('.\n---', ' of the other.\n---'),
        ]),
    );
    const product = (catalogs: string) =>
      `title: other\ncatalogs: [${catalogs}]\nnames: [other]\nheaders: ['{level} ']\nreleases: {}\n`;
    const file = 'content/products/other/product.yaml';
    const collision = 'which agent/disk-full has as well';
    twin['content/catalogs/other/catalog.yaml'] =
      'title: { en: Other, ja: その他 }\nabout: { en: Other messages., ja: 他のメッセージです。 }\n';
    expect(complaints({ ...twin, [file]: product('other') })).not.toContain(collision);
    expect(complaints({ ...twin, [file]: product('agent, other') })).toContain(collision);
  });
});

it('reports an invalid part of the content only when that part is read', () => {
  complaints({ 'content/glossary.yaml': 'a: b: c\n' });
  const content = openContentLazily(root);
  expect(content.entries.map(({ id }) => id)).toEqual(['agent/disk-full']);
  expect(() => content.glossary).toThrow('content/glossary.yaml:1:4');
  expect(() => loadContent(root)).toThrow('content/glossary.yaml:1:4');
});
