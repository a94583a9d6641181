import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PACKAGE } from '../compiler/package-folder.ts';
import { closestWord } from '../intake/closest-word.ts';
import { isLanguage, LANGUAGES, type Language } from '../model/languages.ts';
import { AUTHOR_COMMANDS, runCommand, type AuthorCommandName } from './authors/commands.ts';
import { describeFailure } from './describe-failure.ts';
import type { OutputFormat } from './diagnose.ts';
import { printError } from './print-error.ts';
import { OWN_ROOT } from './root.ts';
import { AddressError, siteAddress } from './site-address.ts';
import { openSiteData } from './open-site-data.ts';
import { UsageError } from './usage-error.ts';
import { terminalText, type TerminalText } from '../i18n/terminal.ts';

const COMMANDS = ['diagnose', 'explain', ...Object.keys(AUTHOR_COMMANDS)];
/** The exit code for a log of no product. */
const NOT_RECOGNIZED = 3;

/** Run the command given by the arguments; return the exit code. */
export async function dispatch(argv: string[]): Promise<number> {
  const language = languageOf(argv);
  const text = terminalText[language];
  const [name = '', ...others] = argv;
  if (name === '--version') {
    const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
      version: string;
    };
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (isAuthorCommand(name)) return runForAuthors(name, others, text);
  try {
    const request = readRequest(argv, text);
    if (request !== null) return await runForReaders(request, language, text);
    process.stdout.write(`${text.help}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError || error instanceof AddressError) {
      printError(`shindan: ${error.message}`);
      process.stderr.write(argv.length === 0 ? `\n${text.help}\n` : `${text.seeHelp('')}\n`);
    } else if (error instanceof Error && error.name === 'ContentError')
      process.stderr.write(`${error.message}\n`);
    else printError(text.failed(describeFailure(error)));
    return 2;
  }
}

/** What a reader asks for: a diagnosis of files, or an explanation of words. */
interface Request {
  command: 'diagnose' | 'explain';
  /** The files or the words. */
  words: string[];
  format: OutputFormat;
  /** A log from before a fix. */
  before: string | undefined;
  /** The language that `--lang` names. */
  asked: Language | undefined;
}

/** The options of the commands for readers. */
interface Options {
  json?: boolean;
  reply?: boolean;
  support?: boolean;
  before?: string;
}

/**
 * Read the arguments of a command for readers.
 *
 * @returns null if they ask for help
 * @throws UsageError if they are wrong
 */
function readRequest(argv: string[], text: TerminalText): Request | null {
  let parsed;
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        reply: { type: 'boolean' },
        support: { type: 'boolean' },
        before: { type: 'string' },
        // Read by root.ts.
        content: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(
      text.badOption(/'(-[^\s'=]*)/.exec((error as Error).message)?.[1] ?? argv.join(' ')),
    );
  }
  const { values, positionals } = parsed;
  const [command, ...words] = positionals;
  const { lang: asked } = values;
  if (values.help) return null;
  if (asked !== undefined && !isLanguage(asked))
    throw new UsageError(text.badLanguage(asked, LANGUAGES));
  if (command !== 'diagnose' && command !== 'explain')
    throw new UsageError(
      command === undefined
        ? text.noCommand
        : text.unknownCommand(command, closestWord(command, COMMANDS)),
    );
  const findProblem = command === 'diagnose' ? problemOfDiagnose : problemOfExplain;
  const problem = findProblem(values, words, text);
  if (problem !== null) throw new UsageError(problem);
  return { command, words, format: formatOf(values), before: values.before, asked };
}

function problemOfDiagnose(values: Options, files: string[], text: TerminalText): string | null {
  const { reply, support, json, before } = values;
  const writes = textOptionOf(values);
  if (reply && support) return text.replyOrSupport;
  if (writes !== null && json) return text.notWithJson(writes);
  if (writes !== null && before !== undefined) return text.notWithBefore(writes);
  if (files.length === 0 || files.includes('')) return text.needsFile;
  return [before, ...files].filter((file) => file === '-').length > 1 ? text.inputTwice : null;
}

function problemOfExplain(values: Options, words: string[], text: TerminalText): string | null {
  const { json, before } = values;
  const option =
    textOptionOf(values) ?? (json ? '--json' : before === undefined ? null : '--before');
  if (option !== null) return text.onlyDiagnose(option);
  return words.join('').trim() === '' ? text.needsQuery : null;
}

/** Return the option that asks for a text to send, or null. */
function textOptionOf({ reply, support }: Options): '--reply' | '--support' | null {
  return reply ? '--reply' : support ? '--support' : null;
}

function formatOf({ json, reply, support }: Options): OutputFormat {
  return json ? 'json' : reply ? 'reply' : support ? 'support' : 'text';
}

/** Run a command for readers. @throws UsageError if the site is not in the language asked for */
async function runForReaders(
  { command, words, format, before, asked }: Request,
  language: Language,
  text: TerminalText,
): Promise<number> {
  // An invalid address is an error before anything is read.
  siteAddress();
  const data = await openSiteData();
  const known = data.languages();
  const { site } = siteAddress(process.env, data.url());
  if ((format === 'reply' || format === 'support') && site === undefined)
    process.stderr.write(`${text.noSite}\n`);
  if (asked !== undefined && !known.includes(asked))
    throw new UsageError(text.notInLanguage(asked, known));
  const shown = known.includes(language) ? language : known[0];
  if (command === 'explain') {
    const { runExplain } = await import('./explain.ts');
    return runExplain(data, words.join(' '), shown);
  }
  const { runDiagnose } = await import('./diagnose.ts');
  const code = await runDiagnose(data, words, format, shown, before);
  if (code === NOT_RECOGNIZED && OWN_ROOT === null)
    process.stderr.write(
      `${terminalText[shown].builtIn(data.catalog().products.map(({ id }) => id))}\n`,
    );
  return code;
}

function isAuthorCommand(name: string): name is AuthorCommandName {
  return Object.hasOwn(AUTHOR_COMMANDS, name);
}

/** Run a command for authors; exit code 1 means that the content needs fixing. */
async function runForAuthors(
  name: AuthorCommandName,
  argv: string[],
  text: TerminalText,
): Promise<number> {
  try {
    return await runCommand(name, argv, text);
  } catch (error) {
    if (error instanceof Error && error.name === 'ContentError') {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    printError(
      error instanceof UsageError
        ? `shindan ${name}${text.colon}${error.message}`
        : describeFailure(error),
    );
    if (error instanceof UsageError) process.stderr.write(`${text.seeHelp(`${name} `)}\n`);
    return 2;
  }
}

/**
 * Return the language of `--lang`, even if other arguments are wrong, or else that of the
 * environment.
 */
function languageOf(argv: string[]): Language {
  const asked = argv
    .map((word, at) => (word === '--lang' ? argv[at + 1] : /^--lang=(.*)/.exec(word)?.[1]))
    .findLast(isLanguage);
  return asked ?? (/^ja/.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'ja' : 'en');
}
