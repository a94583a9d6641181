import { parseArgs } from 'node:util';
import { isLanguage, LANGUAGES, type Language } from '../model/languages.ts';
import { escapeLine } from '../report/format/index.ts';
import { AUTHOR_COMMANDS, helpOf, runCommand, type AuthorCommandName } from './authors/commands.ts';
import { describeFailure } from './describe-failure.ts';
import { printError } from './print-error.ts';
import { OWN_ROOT } from './root.ts';
import { AddressError, siteAddress } from './site-address.ts';
import { openSiteData } from './open-site-data.ts';
import { UsageError } from './usage-error.ts';
import { terminalText, type TerminalText } from '../i18n/terminal.ts';

/** The exit code for a log of no product. */
const NOT_RECOGNIZED = 3;

/** Run the command given by the arguments; return the exit code. */
export async function dispatch(argv: string[]): Promise<number> {
  const language = languageOf(argv);
  const text = terminalText[language];
  const [name = '', ...others] = argv;
  if (isAuthorCommand(name)) return runForAuthors(name, others, text);
  const failUsage = (problem: string): number => {
    process.stderr.write(`shindan: ${escapeLine(problem)}\n\n${text.help}\n`);
    return 2;
  };
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
    return failUsage(
      text.badOption(/'(-[^\s'=]*)/.exec((error as Error).message)?.[1] ?? argv.join(' ')),
    );
  }
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.help) {
    process.stdout.write(`${text.help}\n`);
    return 0;
  }
  if (values.lang !== undefined && !isLanguage(values.lang))
    return failUsage(text.badLanguage(values.lang, LANGUAGES));
  if (command !== 'diagnose' && command !== 'explain')
    return failUsage(command === undefined ? text.noCommand : text.unknownCommand(command));
  const textOption = values.reply ? '--reply' : values.support ? '--support' : null;
  if (textOption !== null && command !== 'diagnose')
    return failUsage(text.onlyDiagnose(textOption));
  if (values.reply && values.support) return failUsage(text.oneText);
  if (textOption !== null && values.json) return failUsage(text.isText(textOption));
  if (values.json && command !== 'diagnose') return failUsage(text.onlyDiagnose('--json'));
  if (values.before !== undefined && (textOption !== null || command !== 'diagnose'))
    return failUsage(textOption !== null ? text.ofOne(textOption) : text.onlyDiagnose('--before'));
  if (command === 'diagnose' ? rest.length === 0 || rest.includes('') : rest.join('').trim() === '')
    return failUsage(command === 'diagnose' ? text.needsFile : text.needsQuery);
  if (command === 'diagnose' && [values.before, ...rest].filter((file) => file === '-').length > 1)
    return failUsage(text.inputTwice);
  try {
    if (textOption !== null && siteAddress().site === undefined)
      process.stderr.write(`${text.noSite}\n`);
    const data = await openSiteData();
    const known = data.languages();
    if (values.lang !== undefined && !known.includes(values.lang as Language))
      return failUsage(text.badLanguage(values.lang, known));
    const shown = known.includes(language) ? language : known[0];
    if (command === 'explain') {
      const { runExplain } = await import('./explain.ts');
      return await runExplain(data, rest.join(' '), shown);
    }
    const { runDiagnose } = await import('./diagnose.ts');
    const code = await runDiagnose(
      data,
      rest,
      values.json ? 'json' : values.reply ? 'reply' : values.support ? 'support' : 'text',
      shown,
      values.before,
    );
    if (code === NOT_RECOGNIZED && OWN_ROOT === null)
      process.stderr.write(
        `${terminalText[shown].builtIn(data.catalog().products.map(({ id }) => id))}\n`,
      );
    return code;
  } catch (error) {
    if (error instanceof AddressError) return failUsage(error.message);
    if (error instanceof Error && error.name === 'ContentError')
      process.stderr.write(`${error.message}\n`);
    else printError(text.failed(describeFailure(error)));
    return 2;
  }
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
    if (error instanceof UsageError) process.stderr.write(`\n${helpOf(name, argv[0], text)}\n`);
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
