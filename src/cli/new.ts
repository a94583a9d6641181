import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildCatalog, loadContent } from '../catalog/index.ts';
import { compile } from '../engine/index.ts';
import { outliveReaders } from './broken-pipe.ts';
import { casesFromReport } from './case-from-report.ts';
import { ROOT } from './root.ts';

outliveReaders();
const [kind, name] = process.argv.slice(2);
process.exitCode = create(kind, name);

/** Make the folder of an entry or a guide, or a case from a support report, with gaps to fill in; `npm run check` names each gap that is left. */
function create(kind: string | undefined, name: string | undefined): number {
  if (kind === 'error' && name !== undefined && /^[a-z]+\/[a-z0-9-]+$/.test(name)) return write(`content/catalogs/${name}`, entryFiles(name));
  if (kind === 'guide' && name !== undefined && /^[a-z0-9-]+$/.test(name)) return write(`content/guides/${name}`, guideFiles());
  if (kind === 'case' && name !== undefined) return writeCases(name);
  process.stderr.write('Usage: npm run new:error <catalog>/<slug>   or   npm run new:guide <slug>   or   npm run new:case <report.md>\n');
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

function writeCases(path: string): number {
  if (!existsSync(path) || statSync(path).isDirectory()) {
    process.stderr.write(`${path}: no such file, or a folder; name a Markdown file that has the log in a fenced block\n`);
    return 2;
  }
  const cases = casesFromReport(readFileSync(path, 'utf8'), compile(buildCatalog(loadContent(ROOT))));
  if (cases.length === 0) {
    process.stderr.write(`${path}: no fenced block with a log of a known product; put the log between two lines of \`\`\`\n`);
    return 1;
  }
  const slug = basename(path).replace(/\.[^.]*$/, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'case';
  const files = cases.map((found, index) => ({ ...found, file: `content/products/${found.product}/cases/${slug}${index === 0 ? '' : `-${index + 1}`}` }));
  const taken = files.find(({ file }) => existsSync(join(ROOT, `${file}.log`)));
  if (taken) {
    process.stderr.write(`${taken.file}.log exists already; give the report another file name\n`);
    return 1;
  }
  for (const { file, log, yaml, report } of files) {
    mkdirSync(dirname(join(ROOT, file)), { recursive: true });
    writeFileSync(join(ROOT, `${file}.log`), log);
    writeFileSync(join(ROOT, `${file}.yaml`), yaml);
    const answers = report.answers.map(({ guide, confidence }) => `${guide} (${confidence})`).join(', ');
    process.stdout.write(`${file}.log: ${report.status}; answers: ${answers || 'none'}; ${report.lines.explained} of ${report.lines.problem} problem lines explained\n`);
  }
  process.stdout.write('Take keys, names and addresses out of the log, correct in the .yaml what is not right, fill in its GAP, then run npm run check\n');
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
