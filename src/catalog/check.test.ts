// Over 250 lines: one small folder of content, broken in every way that an author may break it.
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
import { checkFolder } from './check.ts';
import { loadContent, openContent } from './load.ts';
import { formatProblems } from './problem.ts';

let root = '';

const ENTRY = `role: cause
act: now
templates:
  - text: 'disk {path} is full'
checked: { agent: 0.87.0, date: "2026-11-24" }
`;
const entryText = (summary: string) =>
  `---\nsummary: ${summary}\n---\n<When>\nPrinted often.\n</When>\n\n<Do>\nDelete files.\n</Do>\n`;
const GUIDE = `category: startup
order: 1
checked: { agent: 0.87.0, date: "2026-11-24" }
effect: stops
evidence:
  - { chain: [.., agent/disk-full], confidence: certain }
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

const TABLE = `order: 1
title: { en: Exit codes, ja: 終了コード }
summary: { en: What the codes of the program mean., ja: プログラムの終了コードの意味です。 }
checked: { agent: 0.87.0, date: "2026-11-24" }
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
  'content/glossary.yaml': '- { en: disk, ja: ディスク, not: { en: [disc], ja: [ディス] } }\n',
};

function write(file: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** What the author sees, without what the small product lacks. */
function complaints(changes: Record<string, string | Buffer | null> = {}): string {
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === null) rmSync(join(root, file), { force: true });
    else write(file, text);
  }
  return formatProblems(
    checkFolder(root).problems.filter(({ file }) => !file.startsWith('content/products')),
  );
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shindan-'));
  cpSync('content/products', join(root, 'content/products'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

describe('what an author sees', () => {
  it('is nothing where nothing is wrong', () => expect(complaints()).toBe(''));

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
    ['an unknown field', 'content/catalogs/agent/disk-full/entry.yaml', `${ENTRY}severity: high\n`],
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
      'a number in the place of a text',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('0.87.0', '0.87'),
    ],
    [
      'a day that there is not',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('2026-11-24', '2026-11-31'),
    ],
    ['an empty file', 'content/catalogs/agent/disk-full/entry.yaml', ''],
    [
      'an empty head',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('').replace('summary: \n', ''),
    ],
    [
      'a part that is not closed',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disk is full.').replace('</Do>', ''),
    ],
    [
      'a message that nobody prints',
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
      'a text that is checked with the other',
      'content/catalogs/agent/disk-full/ja.mdx',
      entryText(
        'ディスクがいっぱいになっています。\nchecked: { agent: 0.87.0, date: "2026-11-24" }',
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
      'a name that is wider than a phone',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The variable MACKEREL_DISK_FULL_READ_ONLY_PATH is not set.'),
    ],
    [
      'a step that points to causes above it',
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
      'a guide that names no entry',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('agent/disk-full', 'agent/disk-fill'),
    ],
    [
      'evidence that is only possible, and nothing that decides',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('certain', 'possible'),
    ],
    [
      'a command whose output nobody reads',
      'content/guides/disk/guide.yaml',
      `${GUIDE.replace('certain', 'possible')}decides: { what: { en: Who fills it., ja: 何がいっぱいにしたかです。 }, command: df -Pkl, windows: Get-Volume }\n`,
    ],
    [
      'a range of versions in words',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('confidence', 'versions: { affected: "up to 0.71" }, confidence'),
    ],
    [
      'an absence without its time',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('confidence', 'without: agent/disk-full, confidence'),
    ],
    [
      'an absence of an entry that does not exist',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('confidence', 'without: agent/disk-freed, within: 10m, confidence'),
    ],
    [
      'a case of an entry that does not exist',
      'content/guides/disk/en.mdx',
      guideText.replace(
        'The disk has no room left for the file.',
        '"The disk has no room left. {agent/disk-fill: Delete files.}"',
      ),
    ],
    [
      'a case that is not closed',
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
      'a row without a text',
      'content/tables/exit-codes/table.yaml',
      TABLE.replace("meaning: { en: '", "reason: { en: '"),
    ],
    [
      'a second row of the same id',
      'content/tables/exit-codes/table.yaml',
      TABLE + TABLE.slice(TABLE.indexOf('  - id: full-1')),
    ],
    [
      'a row that names no entry',
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
      'a list of the thesaurus that leads nowhere',
      'content/thesaurus/words.yaml',
      'same:\n  - [unicorn, 一角獣]\n',
    ],
    [
      'a word in two lists of the thesaurus',
      'content/thesaurus/words.yaml',
      'same:\n  - [disk full, ディスクフル]\n  - [Disk Full, no room]\n',
    ],
    [
      'a slip for two words',
      'content/thesaurus/words.yaml',
      'slips:\n  disk: [disc]\n  full: [disc]\n',
    ],
    ['a slip that stands on a page', 'content/thesaurus/words.yaml', 'slips:\n  room: [disk]\n'],
    [
      'a speaker of a guide that does not exist',
      'content/thesaurus/words.yaml',
      'speakers:\n  - { names: [check-], guide: disc }\n',
    ],
    [
      'an alias of YAML that nothing stands behind',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('act: now', 'act: *now'),
    ],
    [
      'aliases of aliases',
      'content/catalogs/agent/disk-full/entry.yaml',
      `${ENTRY}a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n`,
    ],
    [
      'a tag of YAML',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('act: now', 'act: !now now'),
    ],
    ['a tab', 'content/catalogs/agent/disk-full/entry.yaml', ENTRY.replace('  - text', '\t- text')],
    [
      'a field that is misspelt',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace('templates:', 'template:'),
    ],
    [
      'a text in the place of a list',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace(/templates:[^]*full'/, "templates: 'disk {path} is full'"),
    ],
    [
      'a list in the place of fields',
      'content/catalogs/agent/disk-full/entry.yaml',
      '- role: cause\n',
    ],
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
      'a text without a head',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disk is full.').replace('---\n', ''),
    ],
    [
      'a character that turns the text',
      'content/catalogs/agent/disk-full/en.mdx',
      entryText('The disk is full.').replace('Printed often.', 'Printed \u202eoften.'),
    ],
    [
      'a Japanese text in English',
      'content/catalogs/agent/disk-full/ja.mdx',
      entryText('The disk of a path is full.'),
    ],
    [
      'an English text in Japanese',
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
      'a catalog of a hole that does not exist',
      'content/catalogs/agent/disk-full/entry.yaml',
      ENTRY.replace("is full'", "is full: {cause}'").replace(
        'checked',
        'holes:\n  cause: { catalogs: [nework] }\nchecked',
      ),
    ],
    [
      'a value of a hole that the entry has not',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('confidence', 'where: { pth: [/var] }, confidence'),
    ],
    [
      'evidence that every log has',
      'content/guides/disk/guide.yaml',
      GUIDE.replace('[.., agent/disk-full]', '[..]'),
    ],
    [
      'a fix without steps',
      'content/guides/disk/en.mdx',
      guideText.replace(/<Step[^]*<\/Step>/, '- Make room'),
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
      'a block of a language that nobody shows',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', 'Seen.\n\n```lgo\ndisk\n```'),
    ],
    [
      'a bare address',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', 'See https://mackerel.io/docs.'),
    ],
    [
      'a table in prose',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', '| a | b |\n| --- | --- |\n| 1 | 2 |'),
    ],
    [
      'words of its own in a link',
      'content/guides/disk/en.mdx',
      guideText.replace('Seen.', 'See <Guide of="disk">this</Guide>.'),
    ],
    [
      'a sample of what decides that is in no command',
      'content/guides/disk/guide.yaml',
      `${GUIDE}decides: { what: { en: Who fills it., ja: 何がいっぱいにしたかです。 }, command: df -Pkl, of: path, sample: /var }\n`,
    ],
    [
      'a second column of the same id',
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
    [
      'an address of another kind',
      'content/elsewhere/apm.yaml',
      'title: { en: APM, ja: APM }\nwords: [apm]\nurl: { en: "javascript:alert(1)", ja: "https://mackerel.io/" }\n',
    ],
    [
      'a file by a name that nothing reads',
      'content/catalogs/agent/disk-full/fr.mdx',
      entryText('Le disque est plein.'),
    ],
    [
      'a folder by a name that nothing reads',
      'content/catalogs/agent/disk-full/look-alikes/one.log',
      'ERROR <main> disk /var is empty\n',
    ],
    ['a name that is no address', 'content/diagrams/Disk Life.yaml', 'drawing: flow\n'],
    [
      'a code of a guide that does not exist',
      'content/thesaurus/words.yaml',
      'codes:\n  - { code: "28", guides: [disc] }\n',
    ],
  ])('%s', (_name, file, text) => expect(complaints({ [file]: text })).toMatchSnapshot());

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
      'a command of the log that the shell takes for its arguments',
      filling('sh -c /var/log', ' fits="clean-up"'),
    ],
    [
      'a type that takes what none may take',
      { 'content/commands.yaml': COMMANDS.replace("'/var/.+'", "'/.+'") },
    ],
    [
      'a type that refuses what it has to take',
      { 'content/commands.yaml': COMMANDS.replace('takes: [/var/log]', 'takes: [/srv]') },
    ],
    [
      'a type without what it has to refuse',
      { 'content/commands.yaml': COMMANDS.replace(', refuses: [/etc]', '') },
    ],
    [
      'a type with a broken pattern',
      { 'content/commands.yaml': COMMANDS.replace("'/var/.+'", "'/var/(.+'") },
    ],
  ])('%s', (_name, files) => expect(complaints(files)).toMatchSnapshot());

  it.each([
    ['ls -- /var/log', 'any-path'],
    ['ls -l -- /var/log 2>/dev/null | ls', 'any-path'],
    ['sudo rm -f -- /var/log', 'full-disk'],
    ["sh -c '/var/log'", 'clean-up'],
  ])('is nothing for %s with %s', (command, type) =>
    expect(complaints(filling(command, ` fits="${type}"`))).toBe(''),
  );

  it('is no stack trace where a file or a folder is something else, or leads nowhere', () => {
    complaints();
    const entry = 'content/catalogs/agent/disk-full';
    rmSync(join(root, entry, 'en.mdx'));
    mkdirSync(join(root, entry, 'en.mdx'));
    symlinkSync('nowhere', join(root, entry, 'samples/gone.log'));
    write(`${entry}/lookalikes`, 'not a folder');
    symlinkSync('.', join(root, entry, 'loop'));
    expect(formatProblems(checkFolder(root).problems)).toMatchSnapshot();
  });

  it('is one line where a whole part of the content is missing', () => {
    complaints();
    rmSync(join(root, 'content/guides'), { recursive: true });
    expect(formatProblems(checkFolder(root).problems)).toBe(
      'content/guides\n  found: no such folder\n  write: the folder, as content/README.md lists it',
    );
  });

  it('is nothing for what editors leave behind, ends of lines of Windows, and a mark of the byte order', () => {
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

  it('is first what is still to fill in, with its line, and nothing else of that file', () => {
    const entry = 'content/catalogs/agent/disk-full';
    expect(
      complaints({
        [`${entry}/samples/one.log`]: 'GAP a line\n',
        [`${entry}/ja.mdx`]: entryText('GAP what it means'),
      }),
    ).toBe(
      `${entry}/ja.mdx:2\n  found: a gap that is still to fill in\n  write: the text in the place of GAP\n${entry}/samples/one.log:1\n  found: a gap that is still to fill in\n  write: the text in the place of GAP`,
    );
  });

  it('names holes and releases of a product that are not there', () => {
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
      formatProblems(checkFolder(root).problems.filter(({ found }) => /vresion|after/.test(found))),
    ).toMatchSnapshot();
  });

  it('is shown the nearest of several names that share as many words', () => {
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

  it('is told of a catalog that no product reads by', () =>
    expect(
      complaints(
        Object.fromEntries(
          Object.entries(FILES)
            .filter(([file]) => file.includes('/disk-full/'))
            .map(([file, text]) => [file.replace('/agent/', '/agnet/'), text]),
        ),
      ),
    ).toMatchSnapshot());

  it('names a cause that no guide explains', () => {
    expect(
      complaints({
        'content/guides/disk/guide.yaml': GUIDE.replace(/evidence:[\s\S]*/, ''),
        'content/guides/disk/cases/one.log': null,
      }),
    ).toMatchSnapshot();
  });

  it('names two guides in one place', () => {
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

  it('names a whole log that comes out otherwise', () => {
    const place = 'content/products/mackerel-agent/cases/full-again';
    complaints({
      [`${place}.log`]: 'ERROR <main> disk /var is full\n',
      [`${place}.yaml`]: 'about: The disk is full again.\nstatus: recovered\nanswers: []\n',
    });
    expect(
      formatProblems(checkFolder(root).problems.filter(({ file }) => file === `${place}.yaml`)),
    ).toMatchSnapshot();
  });

  it('names a diagram that no text shows', () => {
    const flow =
      'drawing: flow\ntitle: { en: Disk, ja: ディスク }\ntext: { en: It fills., ja: いっぱいになります。 }\nsteps:\n  - label: { en: Empty, ja: 空 }\n  - label: { en: Full, ja: いっぱい }\n';
    expect(complaints({ 'content/diagrams/disk-life.yaml': flow })).toMatchSnapshot();
  });

  it('is nothing where one language was checked before the other', () =>
    expect(
      complaints({
        'content/catalogs/agent/disk-full/ja.mdx': entryText(
          'ディスクがいっぱいになっています。\nchecked: { agent: 0.86.0, date: "2026-02-01" }',
        ),
      }),
    ).toBe(''));

  it('wants two guides that one chain may mean to say how to know the other, unless a value or a certainty decides', () => {
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
    expect(complaints({ ...quota(GUIDE), 'content/guides/disk/guide.yaml': GUIDE })).not.toContain(
      'as well',
    );
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
    expect(complaints(quota(beside('agent/disk-full')))).not.toMatch(/as well|would decide/);
    expect(complaints(quota(beside('agent/disk-ful')))).toContain(
      'evidence names agent/disk-ful, which does not exist',
    );
  });

  it('lets a level tell two texts apart, but no tag that only one of them has', () => {
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
        [yaml]: ENTRY.replace('act: now', 'act: ignore').replace(
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

  it('names both entries of a collision', () => {
    const twin = Object.fromEntries(
      Object.entries(FILES)
        .filter(([file]) => file.includes('catalogs'))
        .map(([file, text]) => [file.replace('disk-full', 'disk-is-full'), text]),
    );
    expect(complaints(twin)).toMatchSnapshot();
  });
});

it('is told of a part of the content when that is asked for', () => {
  complaints({ 'content/glossary.yaml': 'a: b: c\n' });
  const content = openContent(root);
  expect(content.entries.map(({ id }) => id)).toEqual(['agent/disk-full']);
  expect(() => content.glossary).toThrow('content/glossary.yaml:1:4');
  expect(() => loadContent(root)).toThrow('content/glossary.yaml:1:4');
});
