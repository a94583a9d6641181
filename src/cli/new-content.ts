import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildCatalog, loadContent, openContentLazily, type Content } from '../compiler/index.ts';
import { escapeLine } from '../report/format/index.ts';
import { compile } from '../engine/index.ts';
import { entryId, slug } from '../model/schemas/fields.ts';
import { runAuthorCommand } from './run-author-command.ts';
import { caseFromLog, casesFromReport } from './case-from-report.ts';
import { ROOT } from './root.ts';

const USAGE = `Usage: ${[
  'npm run new:error <catalog>/<slug>',
  'npm run new:guide <slug>',
  'npm run new:case <report.md or agent.log>',
].join('   or   ')}`;

await runAuthorCommand(() => create(process.argv.slice(2)));

/**
 * Create the folder of an entry or a guide, or a case from a support report or a log, with GAP
 * placeholders. `npm run check` lists the placeholders that are left.
 */
function create([kind, name, ...others]: string[]): number {
  if (
    name === undefined ||
    name === '' ||
    others.length > 0 ||
    !['error', 'guide', 'case'].includes(kind ?? '')
  )
    return failUsage(USAGE);
  if (kind === 'case') return writeCases(name);
  const { error } = (kind === 'error' ? entryId : slug).safeParse(name);
  if (error)
    return failUsage(`${escapeLine(name)}: write ${error.issues[0]?.message ?? 'another name'}`);
  const content = openContentLazily(ROOT);
  if (kind === 'guide') return createFolder(`content/guides/${name}`, () => guideFiles(content));
  const catalogs = content.products.flatMap(({ yaml }) => yaml.catalogs);
  const catalog = dirname(name);
  if (!catalogs.includes(catalog))
    return failUsage(
      `${catalog}: no product uses this catalog; choose one of ${catalogs.join(', ')}, ` +
        'or first add it to catalogs in a product.yaml',
    );
  return createFolder(`content/catalogs/${name}`, () => entryFiles(name, content));
}

function failUsage(problem: string): number {
  process.stderr.write(`${problem}\n`);
  return 2;
}

function createFolder(folder: string, files: () => Record<string, string>): number {
  if (existsSync(join(ROOT, folder))) {
    process.stderr.write(`${folder} already exists\n`);
    return 1;
  }
  for (const [file, text] of Object.entries(files())) {
    mkdirSync(dirname(join(ROOT, folder, file)), { recursive: true });
    writeFileSync(join(ROOT, folder, file), text);
  }
  process.stdout.write(`${folder}: replace each GAP, then run npm run check\n`);
  return 0;
}

function writeCases(path: string): number {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const failure =
      code === 'ENOENT'
        ? 'no such file'
        : code === 'EISDIR'
          ? 'is a folder'
          : `cannot be read (${code})`;
    return failUsage(
      `${escapeLine(path)}: ${failure}; name a log (.log), or a Markdown file with the log in a ` +
        'fenced block',
    );
  }
  const matcher = compile(buildCatalog(loadContent(ROOT)));
  const isLog = path.endsWith('.log');
  const cases = isLog ? [caseFromLog(text, matcher) ?? []].flat() : casesFromReport(text, matcher);
  if (cases.length === 0) {
    process.stderr.write(
      isLog
        ? `${escapeLine(path)}: not a log of a known product\n`
        : `${escapeLine(path)}: no fenced block contains a log of a known product; ` +
            'put the log between two lines of ```, or into a file named .log\n',
    );
    return 1;
  }
  const title =
    basename(path)
      .replace(/\.[^.]*$/, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'case';
  const files = cases.map((found, index) => ({
    ...found,
    file: `content/products/${found.product}/cases/${title}${index === 0 ? '' : `-${index + 1}`}`,
  }));
  const taken = files
    .flatMap(({ file }) => [`${file}.log`, `${file}.yaml`])
    .find((file) => existsSync(join(ROOT, file)));
  if (taken !== undefined) {
    process.stderr.write(`${taken} already exists; rename the file that you passed\n`);
    return 1;
  }
  for (const { file, log, yaml, report } of files) {
    mkdirSync(dirname(join(ROOT, file)), { recursive: true });
    writeFileSync(join(ROOT, `${file}.log`), log);
    writeFileSync(join(ROOT, `${file}.yaml`), yaml);
    const answers = report.answers
      .map(({ guide, confidence }) => `${guide} (${confidence})`)
      .join(', ');
    const { explained, problem } = report.lines;
    const facts = [
      `${file}.log: ${report.status}`,
      `answers: ${answers || 'none'}`,
      `${explained} of ${problem} problem lines explained`,
    ];
    process.stdout.write(`${facts.join('; ')}\n`);
  }
  process.stdout.write(
    'Remove keys, names and addresses from the log, correct the .yaml if it is wrong, ' +
      'replace its GAP, then run npm run check\n',
  );
  return 0;
}

function textOf(...lines: string[]): string {
  return `${lines.join('\n')}\n`;
}

/** Mark the page as checked today against the newest version. */
function checkedLine({ products: [product] }: Content): string {
  const latest = Object.keys(product?.yaml.releases ?? {}).at(-1) ?? '0.0.0';
  return `checked: { agent: "${latest}", date: "${new Date().toISOString().slice(0, 10)}" }`;
}

function entryFiles(id: string, content: Content): Record<string, string> {
  const prose = (language: string): string =>
    textOf(
      '---',
      `summary: GAP what the message means, in one sentence (${language})`,
      '---',
      '<When>',
      'GAP when exactly it is printed, and what the agent does next',
      '</When>',
      '',
      '<Do>',
      'GAP what to do, with the guides that help',
      '</Do>',
    );
  return {
    'entry.yaml': textOf(
      'role: cause',
      'act: now',
      'templates:',
      `  - text: 'GAP the message of ${id} with {name:type} for its values'`,
      '    messages: []',
      checkedLine(content),
    ),
    'en.mdx': prose('English'),
    'ja.mdx': prose('Japanese'),
    'samples/one.log': 'GAP a whole line of the log that has this message\n',
  };
}

function guideFiles(content: Content): Record<string, string> {
  const category = 'startup';
  const order =
    Math.max(
      0,
      ...content.guides
        .filter(({ yaml }) => yaml.category === category)
        .map(({ yaml }) => yaml.order),
    ) + 1;
  const parts = ['Signs', 'Fix', 'Verify', 'Dont', 'Send'].map((part) =>
    part === 'Fix'
      ? '<Fix>\n<Step id="first" title="GAP what to do">\nGAP how\n</Step>\n</Fix>'
      : `<${part}>\nGAP\n</${part}>`,
  );
  const prose = (language: string): string =>
    textOf(
      '---',
      `title: GAP in the reader's words (${language})`,
      'summary: GAP the answer in one or two sentences',
      'symptoms:',
      '  - GAP what people type',
      '---',
      parts.join('\n\n'),
    );
  return {
    'guide.yaml': textOf(
      `category: ${category}`,
      `order: ${order}`,
      checkedLine(content),
      'effect: degrades',
      'evidence: []',
    ),
    'en.mdx': prose('English'),
    'ja.mdx': prose('Japanese'),
  };
}
