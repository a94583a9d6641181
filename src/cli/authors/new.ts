import { existsSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { guidePartsOf } from '../../compiler/checks/actions.ts';
import { diagnoseText } from '../../compiler/checks/samples.ts';
import {
  buildCatalog,
  ContentError,
  contentPath,
  readContent,
  type Content,
} from '../../compiler/index.ts';
import { compile, type Matcher } from '../../engine/index.ts';
import { isLanguage, LANGUAGES } from '../../model/languages.ts';
import { catalogName, entryId, slug } from '../../model/schemas/fields.ts';
import { ROOT } from '../root.ts';
import { UsageError } from '../usage-error.ts';
import type { Arguments } from './arguments.ts';
import { draftEntry } from './draft-entry.ts';
import { describeGuess, guessFormat } from './guess-format.ts';
import { caseName, createCases, readSource } from './new-case.ts';
import { catalogFiles } from './new-catalog.ts';
import { commandsFile } from './new-commands.ts';
import { entryFiles, quoteTemplate } from './new-entry.ts';
import { createFolder, languagesOf } from './new-folder.ts';
import { guideFiles, guideLog } from './new-guide.ts';
import { productFiles } from './new-product.ts';
import { siteFiles } from './new-site.ts';
import { addSitePackages } from './site-packages.ts';

/** What a kind of content is created from: the name or the file in the arguments. */
interface Request {
  name: string;
  from: string | undefined;
  /** The languages of a new site. */
  languages: string;
}

const KINDS: Record<string, (request: Request) => number> = {
  site: createSite,
  product: createProduct,
  catalog: ({ name }) =>
    createFolder(`content/catalogs/${named(catalogName, name)}`, () =>
      catalogFiles(languagesOf(readValid())),
    ),
  error: createEntry,
  guide: createGuide,
  case: ({ name }) =>
    createCases(name, () => {
      const content = readValid();
      return { matcher: compileValid(content), guides: guidePartsOf(content) };
    }),
};

/**
 * Create the folder of new content, with GAP wherever something is to be written. `shindan check`
 * lists what is left.
 */
export function run({ values, positionals }: Arguments): number {
  const [kind = '', name, ...others] = positionals;
  const create = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const { from, languages } = values;
  if (!create) throw new UsageError(`name what to create: one of ${Object.keys(KINDS).join(', ')}`);
  if (name === undefined || name === '' || others.length > 0)
    throw new UsageError(`${kind} needs one ${kind === 'case' ? 'file' : 'name'}`);
  return create({
    name,
    from: typeof from === 'string' ? from : undefined,
    languages: typeof languages === 'string' ? languages : 'en',
  });
}

/**
 * Read the content without its invalid parts: new content does not depend on them.
 *
 * @throws ContentError if there is no site yet
 */
function readValid(): Content {
  const read = readContent(ROOT);
  if (!existsSync(contentPath(ROOT, 'content/site.yaml')))
    throw new ContentError(read.problems.filter(({ file }) => file.endsWith('site.yaml')));
  return read.content;
}

function compileValid(content: Content): Matcher {
  return compile(buildCatalog(content));
}

/** Create a folder with the content of a site. */
function createSite({ name, languages }: Request): number {
  const codes = languages.split(',');
  const wrong = codes.find((code) => !isLanguage(code));
  if (wrong !== undefined)
    throw new UsageError(`--languages ${wrong}: use ${LANGUAGES.join(' or ')}`);
  const program = named(slug, basename(resolve(name)));
  const code = createFolder(
    `${name}/content`,
    () => siteFiles(program, codes.filter(isLanguage)),
    resolve(name, 'content'),
  );
  if (code !== 0) return code;
  if (addSitePackages(resolve(name)))
    process.stdout.write(
      'package.json: npm install now also installs what shindan dev and build need\n',
    );
  process.stdout.write(
    `${resolve(name) === process.cwd() ? 'Then' : `Then, in ${name}`}: ` +
      'npx shindan new product NAME --from LOG\n',
  );
  return 0;
}

const COMMANDS = 'content/commands.yaml';

/**
 * Create a product and its catalog, with the format of a log if there is one, and commands.yaml for
 * the first product.
 */
function createProduct({ name, from }: Request): number {
  const id = named(catalogName, name);
  const content = readValid();
  const log = from === undefined ? '' : readSource(from, 'a log of the program');
  const guess =
    from === undefined
      ? null
      : guessFormat(log, id, content.presets, buildCatalog(content).formats);
  if (from !== undefined)
    process.stdout.write(
      guess
        ? `${describeGuess(guess)}\n`
        : `${from}: no header was recognized in these lines; write it in product.yaml\n`,
    );
  const code = createFolder(`content/products/${id}`, () => productFiles(id, guess, log, content));
  if (code !== 0) return code;
  const commands = contentPath(ROOT, COMMANDS);
  if (!existsSync(commands)) {
    writeFileSync(commands, commandsFile(id));
    process.stdout.write(`${COMMANDS}: the values of a log that may enter commands\n`);
  }
  if (content.catalogs.some((known) => known.name === id)) return code;
  createFolder(`content/catalogs/${id}`, () => catalogFiles(languagesOf(content), id));
  if (from === undefined) return 0;
  if (diagnoseText(compileValid(readValid()), log).status === 'unrecognised')
    process.stdout.write(
      `${from} is not recognized as a log of ${id} yet: explain a message that no other program ` +
        'prints, or add words of its messages to names in product.yaml\n',
    );
  process.stdout.write(
    `Then: npx shindan new error ${id}/NAME --from ${from}, for its first message\n`,
  );
  return 0;
}

/** Return a name that fits a schema. @throws UsageError */
function named(schema: typeof slug, name: string): string {
  const { error } = schema.safeParse(name);
  if (error) throw new UsageError(`${name}: write ${error.issues[0]?.message ?? 'another name'}`);
  return name;
}

function createEntry({ name, from }: Request): number {
  const id = named(entryId, name);
  const content = readValid();
  const catalogs = content.products.flatMap(({ yaml }) => yaml.catalogs);
  const catalog = id.slice(0, id.indexOf('/'));
  if (catalogs.length > 0 && !catalogs.includes(catalog))
    throw new UsageError(
      `${catalog}: no product uses this catalog; choose one of ` +
        `${[...new Set(catalogs)].join(', ')}, or first add it to catalogs in a product.yaml`,
    );
  const draft = from === undefined ? {} : draftFrom(from, content);
  if ('explainedBy' in draft) {
    process.stderr.write(`${from}: ${describeExplained(draft.explainedBy)}\n`);
    return 1;
  }
  const { template } = draft;
  if (template !== undefined) process.stdout.write(`The message: ${template}\n`);
  if (template !== undefined && content.entries.some((entry) => entry.id === id)) {
    process.stderr.write(
      `content/catalogs/${id} already exists; add this to its templates:\n` +
        `  - text: ${quoteTemplate(template)}\n`,
    );
    return 1;
  }
  return createFolder(`content/catalogs/${id}`, () => entryFiles(id, content, draft));
}

/** Maximum number of entries that an error message lists. */
const MAX_NAMED = 5;

function describeExplained(entries: readonly string[]): string {
  if (entries.length === 0) return 'there is no message; name a line that has one';
  const rest = entries.length - MAX_NAMED;
  const names = entries.slice(0, MAX_NAMED).join(', ');
  return `already explained by ${names}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Draft an entry from a log, or from one line of it: `app.log:12`, as `gaps` prints it. */
function draftFrom(from: string, content: Content): ReturnType<typeof draftEntry> {
  const { path, line } = placeIn(from);
  const log = readSource(path, 'a file with lines of a log');
  return draftEntry(log, content, compileValid(content), line);
}

/** Return the file that `--from` names, and the number of the line in it, if it has one. */
function placeIn(from: string): { path: string; line: number | undefined } {
  const [, path = from, line] = (existsSync(from) ? null : /^(.+):(\d+)$/.exec(from)) ?? [];
  return { path, line: line === undefined ? undefined : Number(line) };
}

function createGuide({ name, from }: Request): number {
  const id = named(slug, name);
  const content = readValid();
  if (from === undefined) return createFolder(`content/guides/${id}`, () => guideFiles(content));
  const { path, line } = placeIn(from);
  const log = guideLog(caseName(path), readSource(path, 'a log'), compileValid(content), line);
  if (!log) {
    process.stderr.write(
      `${from}: no entry explains a fault in this line; first: ` +
        `npx shindan new error CATALOG/NAME --from ${from}\n`,
    );
    return 1;
  }
  return createFolder(`content/guides/${id}`, () => guideFiles(content, log));
}
