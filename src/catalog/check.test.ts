import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
const entryText = (summary: string) => `---\nsummary: ${summary}\n---\n<When>\nPrinted often.\n</When>\n\n<Do>\nDelete files.\n</Do>\n`;
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

const FILES: Record<string, string> = {
  'content/catalogs/agent/disk-full/entry.yaml': ENTRY,
  'content/catalogs/agent/disk-full/en.mdx': entryText('The disk of a path is full.'),
  'content/catalogs/agent/disk-full/ja.mdx': entryText('ディスクがいっぱいになっています。'),
  'content/catalogs/agent/disk-full/samples/one.log': 'ERROR <main> disk /var is full\n',
  'content/guides/disk/guide.yaml': GUIDE,
  'content/guides/disk/en.mdx': guideText,
  'content/guides/disk/ja.mdx': guideText,
  'content/guides/disk/cases/one.log': 'ERROR <main> disk /var is full\n',
  'content/tables/exit-codes/table.yaml': TABLE,
  'content/glossary.yaml': '- { en: disk, ja: ディスク, not: { en: [disc], ja: [ディス] } }\n',
};

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** What the author sees, without what the small product lacks. */
function complaints(changes: Record<string, string | null> = {}): string {
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === null) rmSync(join(root, file), { force: true });
    else write(file, text);
  }
  return formatProblems(checkFolder(root).problems.filter(({ file }) => !file.startsWith('content/products')));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shindan-'));
  cpSync('content/products', join(root, 'content/products'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

describe('what an author sees', () => {
  it('is nothing where nothing is wrong', () => expect(complaints()).toBe(''));

  it.each<[string, string, string | null]>([
    ['a broken template', 'content/catalogs/agent/disk-full/entry.yaml', ENTRY.replace('{path}', '{path')],
    ['an unknown type of hole', 'content/catalogs/agent/disk-full/entry.yaml', ENTRY.replace('{path}', '{path:pth}')],
    ['an unknown field', 'content/catalogs/agent/disk-full/entry.yaml', `${ENTRY}severity: high\n`],
    ['a wrong value', 'content/catalogs/agent/disk-full/entry.yaml', ENTRY.replace('act: now', 'act: later')],
    ['a missing value', 'content/catalogs/agent/disk-full/entry.yaml', ENTRY.replace('act: now\n', '')],
    ['a number in the place of a text', 'content/catalogs/agent/disk-full/entry.yaml', ENTRY.replace('0.87.0', '0.87')],
    ['a day that there is not', 'content/catalogs/agent/disk-full/entry.yaml', ENTRY.replace('2026-11-24', '2026-11-31')],
    ['an empty file', 'content/catalogs/agent/disk-full/entry.yaml', ''],
    ['an empty head', 'content/catalogs/agent/disk-full/en.mdx', entryText('').replace('summary: \n', '')],
    ['a part that is not closed', 'content/catalogs/agent/disk-full/en.mdx', entryText('The disk is full.').replace('</Do>', '')],
    ['a message that nobody prints', 'content/catalogs/agent/disk-full/entry.yaml', ENTRY.replace("is full'", "is full'\n    messages: [disk-full]")],
    ['broken YAML', 'content/catalogs/agent/disk-full/entry.yaml', `${ENTRY}a: b: c\n`],
    ['a missing language', 'content/catalogs/agent/disk-full/ja.mdx', null],
    ['a missing sample', 'content/catalogs/agent/disk-full/samples/one.log', null],
    ['a sample of something else', 'content/catalogs/agent/disk-full/samples/one.log', 'ERROR <main> all is well\n'],
    ['a lookalike that is diagnosed', 'content/catalogs/agent/disk-full/lookalikes/same.log', 'ERROR <main> disk /tmp is full\n'],
    ['a tag outside code', 'content/catalogs/agent/disk-full/en.mdx', entryText('The disk is full.').replace('Printed often.', 'Printed by <command> often.')],
    ['braces outside code', 'content/catalogs/agent/disk-full/en.mdx', entryText('The disk is full.').replace('Printed often.', 'Printed {often}.')],
    ['a space between Japanese and Latin text', 'content/catalogs/agent/disk-full/ja.mdx', entryText('ディスクがいっぱいになっています。').replace('Printed often.', '空き容量を df で調べます。')],
    ['a text that is checked with the other', 'content/catalogs/agent/disk-full/ja.mdx', entryText('ディスクがいっぱいになっています。\nchecked: { agent: 0.87.0, date: "2026-11-24" }')],
    ['a text that is too long', 'content/catalogs/agent/disk-full/en.mdx', entryText('The disk is full.').replace('Printed often.', 'Printed often. '.repeat(80))],
    ['a word that the glossary rules out', 'content/catalogs/agent/disk-full/en.mdx', entryText('The disc is full, and a discount does not help.')],
    ['a name that is wider than a phone', 'content/catalogs/agent/disk-full/en.mdx', entryText('The variable MACKEREL_DISK_FULL_READ_ONLY_PATH is not set.')],
    ['a step that points to causes above it', 'content/guides/disk/en.mdx', guideText.replace('</Command>', '</Command>\n\nCompare with the causes above.')],
    ['a heading', 'content/catalogs/agent/disk-full/en.mdx', entryText('The disk is full.').replace('Printed often.', '## When')],
    ['a part that is missing in one language', 'content/guides/disk/ja.mdx', guideText.replace(/<Dont>[\s\S]*<\/Dont>\n\n/, '')],
    ['a step that is missing in one language', 'content/guides/disk/ja.mdx', guideText.replace('id="clean"', 'id="wipe"')],
    ['a command that differs', 'content/guides/disk/ja.mdx', guideText.replace('df -h', 'df -k')],
    ['a value that nothing captures', 'content/catalogs/agent/disk-full/ja.mdx', entryText('ディスクがいっぱいになっています。').replace('Delete files.', 'Delete files in <Value of="pth" sample="/var" />.')],
    ['a guide that names no entry', 'content/guides/disk/guide.yaml', GUIDE.replace('agent/disk-full', 'agent/disk-fill')],
    ['evidence that is only possible, and nothing that decides', 'content/guides/disk/guide.yaml', GUIDE.replace('certain', 'possible')],
    ['a command whose output nobody reads', 'content/guides/disk/guide.yaml', `${GUIDE.replace('certain', 'possible')}decides: { what: { en: Who fills it., ja: 何がいっぱいにしたかです。 }, command: df -Pkl, windows: Get-Volume }\n`],
    ['a range of versions in words', 'content/guides/disk/guide.yaml', GUIDE.replace('confidence', 'versions: { affected: "up to 0.71" }, confidence')],
    ['an absence without its time', 'content/guides/disk/guide.yaml', GUIDE.replace('confidence', 'without: agent/disk-full, confidence')],
    ['an absence of an entry that does not exist', 'content/guides/disk/guide.yaml', GUIDE.replace('confidence', 'without: agent/disk-freed, within: 10m, confidence')],
    ['a case of an entry that does not exist', 'content/guides/disk/en.mdx', guideText.replace('The disk has no room left for the file.', '"The disk has no room left. {agent/disk-fill: Delete files.}"')],
    ['a case that is not closed', 'content/guides/disk/en.mdx', guideText.replace('The disk has no room left for the file.', '"{The disk has no room left for the file."')],
    ['a link to nowhere', 'content/guides/disk/en.mdx', guideText.replace('Seen.', 'See <Guide of="disc" />.')],
    ['a diagram that does not exist', 'content/guides/disk/en.mdx', guideText.replace('Seen.', 'Seen.\n\n<Diagram of="disk-life" />')],
    ['a value that no case captures', 'content/guides/disk/en.mdx', guideText.replace('Seen.', 'Seen on <Value of="mount" sample="/var" />.')],
    ['a row without a text', 'content/tables/exit-codes/table.yaml', TABLE.replace('meaning: { en: \'', 'reason: { en: \'')],
    ['a second row of the same id', 'content/tables/exit-codes/table.yaml', TABLE + TABLE.slice(TABLE.indexOf('  - id: full-1'))],
    ['a row that names no entry', 'content/tables/exit-codes/table.yaml', TABLE.replace('agent/disk-full', 'agent/disk-fill')],
    ['a cell with a tag outside code', 'content/tables/exit-codes/table.yaml', TABLE.replace('is full', '<command> is full')],
    ['a cell with a link to nowhere', 'content/tables/exit-codes/table.yaml', TABLE.replace('of="disk"', 'of="disc"')],
    ['a case that leads elsewhere', 'content/guides/disk/cases/one.log', 'ERROR <main> all is well\n'],
    ['a list of the thesaurus that leads nowhere', 'content/thesaurus/words.yaml', 'same:\n  - [unicorn, 一角獣]\n'],
    ['a word in two lists of the thesaurus', 'content/thesaurus/words.yaml', 'same:\n  - [disk full, ディスクフル]\n  - [Disk Full, no room]\n'],
    ['a slip for two words', 'content/thesaurus/words.yaml', 'slips:\n  disk: [disc]\n  full: [disc]\n'],
    ['a slip that stands on a page', 'content/thesaurus/words.yaml', 'slips:\n  room: [disk]\n'],
    ['a speaker of a guide that does not exist', 'content/thesaurus/words.yaml', 'speakers:\n  - { names: [check-], guide: disc }\n'],
    ['a code of a guide that does not exist', 'content/thesaurus/words.yaml', 'codes:\n  - { code: "28", guides: [disc] }\n'],
  ])('%s', (_name, file, text) => expect(complaints({ [file]: text })).toMatchSnapshot());

  it('is shown the nearest of several names that share as many words', () => {
    const twin = Object.fromEntries(Object.entries(FILES).filter(([file]) => file.includes('/disk-full/')).map(([file, text]) => [file.replace('/disk-full/', '/disk-any-full/'), text.replaceAll('disk', 'plate')]));
    expect(complaints({ ...twin, 'content/guides/disk/guide.yaml': GUIDE.replace('agent/disk-full', 'agent/disk-ful-full') })).toContain('did you mean agent/disk-full?');
  });

  it('is told of a catalog that no product reads by', () => expect(complaints(Object.fromEntries(Object.entries(FILES).filter(([file]) => file.includes('/disk-full/')).map(([file, text]) => [file.replace('/agent/', '/agnet/'), text])))).toMatchSnapshot());

  it('names a cause that no guide explains', () => {
    expect(complaints({ 'content/guides/disk/guide.yaml': GUIDE.replace(/evidence:[\s\S]*/, ''), 'content/guides/disk/cases/one.log': null })).toMatchSnapshot();
  });

  it('names two guides in one place', () => {
    const twin = Object.fromEntries(Object.entries(FILES).filter(([file]) => file.includes('guides') && !file.endsWith('.log')).map(([file, text]) => [file.replace('guides/disk', 'guides/drive'), text.replace(/evidence:[\s\S]*/, '')]));
    expect(complaints({ ...twin, 'content/guides/drive/en.mdx': guideText, 'content/guides/drive/ja.mdx': guideText })).toMatchSnapshot();
  });

  it('names a whole log that comes out otherwise', () => {
    const place = 'content/products/mackerel-agent/cases/full-again';
    complaints({ [`${place}.log`]: 'ERROR <main> disk /var is full\n', [`${place}.yaml`]: 'about: The disk is full again.\nstatus: recovered\nanswers: []\n' });
    expect(formatProblems(checkFolder(root).problems.filter(({ file }) => file === `${place}.yaml`))).toMatchSnapshot();
  });

  it('names a diagram that no text shows', () => {
    const flow = 'drawing: flow\ntitle: { en: Disk, ja: ディスク }\ntext: { en: It fills., ja: いっぱいになります。 }\nsteps:\n  - label: { en: Empty, ja: 空 }\n  - label: { en: Full, ja: いっぱい }\n';
    expect(complaints({ 'content/diagrams/disk-life.yaml': flow })).toMatchSnapshot();
  });

  it('is nothing where one language was checked before the other', () =>
    expect(complaints({ 'content/catalogs/agent/disk-full/ja.mdx': entryText('ディスクがいっぱいになっています。\nchecked: { agent: 0.86.0, date: "2026-02-01" }') })).toBe(''));

  it('wants two guides that one chain may mean to say how to know the other, unless a value or a certainty decides', () => {
    const quota = (yaml: string): Record<string, string> => ({ 'content/guides/quota/guide.yaml': yaml.replace('order: 1', 'order: 2'), 'content/guides/quota/en.mdx': guideText, 'content/guides/quota/ja.mdx': guideText, 'content/guides/quota/cases/one.log': 'ERROR <main> disk /var is full\n' });
    const possible = `${GUIDE.replace('certain', 'possible')}decides: { what: { en: Who fills it., ja: 何がいっぱいにしたかです。 }, command: quota, reads: { en: Its last line., ja: 最後の行です。 } }\n`;
    const shared = complaints({ ...quota(possible) });
    expect(shared).toContain('content/guides/disk/guide.yaml\n  found: [.., agent/disk-full], which leads to quota as well\n  write: tells-apart: - { guide: quota');
    expect(shared).toContain('content/guides/quota/guide.yaml\n  found: [.., agent/disk-full], which leads to disk as well');
    const apart = (guide: string): string => `tells-apart:\n  - { guide: ${guide}, en: The quota of a user is full., ja: ユーザーの割り当てがいっぱいになっている。 }\n`;
    expect(complaints({ ...quota(possible + apart('disk')), 'content/guides/disk/guide.yaml': GUIDE + apart('quota') })).not.toContain('as well');
    expect(complaints({ ...quota(GUIDE), 'content/guides/disk/guide.yaml': GUIDE })).not.toContain('as well');
    const where = (values: string, key: string): string => possible.replace(', confidence', `, ${key}: { path: [${values}] }, confidence`);
    expect(complaints({ ...quota(where('/var', 'where')), 'content/guides/disk/guide.yaml': where('/var', 'where-not') })).not.toContain('as well');
    expect(complaints({ ...quota(where('/var, /tmp', 'where')), 'content/guides/disk/guide.yaml': where('/var', 'where-not') })).toContain('as well');
    const beside = (id: string): string => GUIDE.replace('certain', `possible, beside: ${id}`);
    expect(complaints(quota(beside('agent/disk-full')))).not.toMatch(/as well|would decide/);
    expect(complaints(quota(beside('agent/disk-ful')))).toContain('evidence names agent/disk-ful, which does not exist');
  });

  it('lets a level tell two texts apart, but no tag that only one of them has', () => {
    const twin = Object.fromEntries(Object.entries(FILES).filter(([file]) => file.includes('catalogs')).map(([file, text]) => [file.replace('disk-full', 'disk-is-full'), text]));
    const yaml = 'content/catalogs/agent/disk-is-full/entry.yaml';
    const sample = { 'content/catalogs/agent/disk-is-full/samples/one.log': '2026/11/24 22:40:19 CRITICAL <main> disk /var is full\n' };
    expect(complaints({ ...twin, ...sample, [yaml]: ENTRY.replace('act: now', 'act: ignore').replace("is full'", "is full'\n    level: CRITICAL") })).toBe('');
    expect(complaints({ ...twin, ...sample, [yaml]: ENTRY.replace("is full'", "is full'\n    tag: main") })).toContain('which agent/disk-full has as well');
  });

  it('names both entries of a collision', () => {
    const twin = Object.fromEntries(Object.entries(FILES).filter(([file]) => file.includes('catalogs')).map(([file, text]) => [file.replace('disk-full', 'disk-is-full'), text]));
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
