import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFolder } from './check.ts';
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

const FILES: Record<string, string> = {
  'content/catalogs/agent/disk-full/entry.yaml': ENTRY,
  'content/catalogs/agent/disk-full/en.mdx': entryText('The disk of a path is full.'),
  'content/catalogs/agent/disk-full/ja.mdx': entryText('ディスクがいっぱいになっています。'),
  'content/catalogs/agent/disk-full/samples/one.log': 'ERROR <main> disk /var is full\n',
  'content/guides/disk/guide.yaml': GUIDE,
  'content/guides/disk/en.mdx': guideText,
  'content/guides/disk/ja.mdx': guideText,
  'content/guides/disk/cases/one.log': 'ERROR <main> disk /var is full\n',
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
    ['broken YAML', 'content/catalogs/agent/disk-full/entry.yaml', `${ENTRY}a: b: c\n`],
    ['a missing language', 'content/catalogs/agent/disk-full/ja.mdx', null],
    ['a missing sample', 'content/catalogs/agent/disk-full/samples/one.log', null],
    ['a sample of something else', 'content/catalogs/agent/disk-full/samples/one.log', 'ERROR <main> all is well\n'],
    ['a lookalike that is diagnosed', 'content/catalogs/agent/disk-full/lookalikes/same.log', 'ERROR <main> disk /tmp is full\n'],
    ['a tag outside code', 'content/catalogs/agent/disk-full/en.mdx', entryText('The disk is full.').replace('Printed often.', 'Printed by <command> often.')],
    ['braces outside code', 'content/catalogs/agent/disk-full/en.mdx', entryText('The disk is full.').replace('Printed often.', 'Printed {often}.')],
    ['a space between Japanese and Latin text', 'content/catalogs/agent/disk-full/ja.mdx', entryText('ディスクがいっぱいになっています。').replace('Printed often.', '空き容量を df で調べます。')],
    ['a heading', 'content/catalogs/agent/disk-full/en.mdx', entryText('The disk is full.').replace('Printed often.', '## When')],
    ['a part that is missing in one language', 'content/guides/disk/ja.mdx', guideText.replace(/<Dont>[\s\S]*<\/Dont>\n\n/, '')],
    ['a step that is missing in one language', 'content/guides/disk/ja.mdx', guideText.replace('id="clean"', 'id="wipe"')],
    ['a command that differs', 'content/guides/disk/ja.mdx', guideText.replace('df -h', 'df -k')],
    ['a guide that names no entry', 'content/guides/disk/guide.yaml', GUIDE.replace('agent/disk-full', 'agent/disk-fill')],
    ['a link to nowhere', 'content/guides/disk/en.mdx', guideText.replace('Seen.', 'See <Guide of="disc" />.')],
    ['a case that leads elsewhere', 'content/guides/disk/cases/one.log', 'ERROR <main> all is well\n'],
    ['a list of the thesaurus that leads nowhere', 'content/thesaurus/words.yaml', 'same:\n  - [unicorn, 一角獣]\n'],
    ['a word in two lists of the thesaurus', 'content/thesaurus/words.yaml', 'same:\n  - [disk full, ディスクフル]\n  - [Disk Full, no room]\n'],
    ['a code of a guide that does not exist', 'content/thesaurus/words.yaml', 'codes:\n  - { code: "28", guides: [disc] }\n'],
  ])('%s', (_name, file, text) => expect(complaints({ [file]: text })).toMatchSnapshot());

  it('names both entries of a collision', () => {
    const twin = Object.fromEntries(Object.entries(FILES).filter(([file]) => file.includes('catalogs')).map(([file, text]) => [file.replace('disk-full', 'disk-is-full'), text]));
    expect(complaints(twin)).toMatchSnapshot();
  });
});
