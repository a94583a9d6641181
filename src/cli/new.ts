import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadContent } from '../catalog/index.ts';
import { ROOT } from './root.ts';

const [kind, name] = process.argv.slice(2);
process.exitCode = create(kind, name);

/** Make the folder of an entry or a guide with gaps to fill in; `npm run check` names each gap that is left. */
function create(kind: string | undefined, name: string | undefined): number {
  if (kind === 'error' && name !== undefined && /^[a-z]+\/[a-z0-9-]+$/.test(name)) return write(`content/catalogs/${name}`, entryFiles(name));
  if (kind === 'guide' && name !== undefined && /^[a-z0-9-]+$/.test(name)) return write(`content/guides/${name}`, guideFiles());
  process.stderr.write('Usage: npm run new:error <catalog>/<slug>   or   npm run new:guide <slug>\n');
  return 2;
}

function write(folder: string, files: Record<string, string>): number {
  if (existsSync(join(ROOT, folder))) {
    process.stderr.write(`${folder} exists already\n`);
    return 1;
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(ROOT, folder, file)), { recursive: true });
    writeFileSync(join(ROOT, folder, file), text);
  }
  process.stdout.write(`${folder}: fill in what says GAP, then run npm run check\n`);
  return 0;
}

function latest(): string {
  const [product] = loadContent(ROOT).products;
  return Object.keys(product?.yaml.releases ?? {}).at(-1) ?? '0.0.0';
}

function checked(): string {
  return `checked: { agent: "${latest()}", date: "${new Date().toISOString().slice(0, 10)}" }\n`;
}

function entryFiles(id: string): Record<string, string> {
  const prose = (language: string): string => `---\nsummary: GAP what the message means, in one sentence (${language})\n---\n<When>\nGAP when exactly it is printed, and what the agent does next\n</When>\n\n<Do>\nGAP what to do, with the guides that help\n</Do>\n`;
  return {
    'entry.yaml': `role: cause\nact: now\ntemplates:\n  - text: 'GAP the message of ${id} with {name:type} for its values'\n    messages: []\n${checked()}`,
    'en.mdx': prose('English'),
    'ja.mdx': prose('Japanese'),
    'samples/one.log': 'GAP a whole line of the log that has this message\n',
  };
}

function guideFiles(): Record<string, string> {
  const parts = ['Signs', 'Fix', 'Verify', 'Dont', 'Send'].map((part) => (part === 'Fix' ? '<Fix>\n<Step id="first" title="GAP what to do">\nGAP how\n</Step>\n</Fix>\n' : `<${part}>\nGAP\n</${part}>\n`));
  const prose = (language: string): string => `---\ntitle: GAP in the reader's words (${language})\nsummary: GAP the answer in one or two sentences\nsymptoms:\n  - GAP what people type\n---\n${parts.join('\n')}`;
  return {
    'guide.yaml': `category: startup\norder: 99\n${checked()}effect: degrades\nevidence: []\n`,
    'en.mdx': prose('English'),
    'ja.mdx': prose('Japanese'),
  };
}
