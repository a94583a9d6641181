import { buildCatalog, readContent, type Content } from '../../compiler/index.ts';
import { compile, type Matcher } from '../../engine/index.ts';
import { entryId, slug } from '../../model/schemas/fields.ts';
import { ROOT } from '../root.ts';
import { UsageError } from '../usage-error.ts';
import type { Arguments } from './arguments.ts';
import { draftEntry } from './draft-entry.ts';
import { createCases, readSource } from './new-case.ts';
import { entryFiles } from './new-entry.ts';
import { createFolder } from './new-folder.ts';
import { guideFiles } from './new-guide.ts';

/** What a kind of content is created from: the name or the file in the arguments. */
interface Request {
  name: string;
  from: string | undefined;
}

const KINDS: Record<string, (request: Request) => number> = {
  error: createEntry,
  guide: ({ name }) =>
    createFolder(`content/guides/${named(slug, name)}`, () => guideFiles(readValid())),
  case: ({ name }) => createCases(name, () => compileValid(readValid())),
};

/**
 * Create the folder of new content, with GAP wherever something is to be written. `shindan check`
 * lists what is left.
 */
export function run({ values, positionals }: Arguments): number {
  const [kind = '', name, ...others] = positionals;
  const create = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const { from } = values;
  if (!create) throw new UsageError(`name what to create: one of ${Object.keys(KINDS).join(', ')}`);
  if (name === undefined || name === '' || others.length > 0)
    throw new UsageError(`${kind} needs one ${kind === 'case' ? 'file' : 'name'}`);
  return create({ name, from: typeof from === 'string' ? from : undefined });
}

/** Read the content without its invalid parts: new content does not depend on them. */
function readValid(): Content {
  return readContent(ROOT).content;
}

function compileValid(content: Content): Matcher {
  return compile(buildCatalog(content));
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
  const draft =
    from === undefined
      ? {}
      : draftEntry(readSource(from, 'a file with lines of a log'), content, compileValid(content));
  if (draft === null) {
    process.stderr.write(`${from}: the entries explain all of these lines\n`);
    return 1;
  }
  return createFolder(`content/catalogs/${id}`, () => entryFiles(id, content, draft));
}
