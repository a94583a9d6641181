import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { TerminalText } from '../../i18n/terminal.ts';
import { UsageError } from '../usage-error.ts';
import type { Arguments } from './arguments.ts';

/** A command for authors. It is loaded when it runs, with the modules that only it needs. */
interface AuthorCommand {
  options: NonNullable<ParseArgsConfig['options']>;
  load(): Promise<{ run(args: Arguments): number | Promise<number> }>;
}

export type AuthorCommandName = keyof TerminalText['commandHelp'];

export const AUTHOR_COMMANDS: Record<AuthorCommandName, AuthorCommand> = {
  new: {
    options: { from: { type: 'string' }, languages: { type: 'string' } },
    load: () => import('./new.ts'),
  },
  check: { options: {}, load: () => import('./check.ts') },
  coverage: { options: {}, load: () => import('./coverage.ts') },
  gaps: {
    options: { json: { type: 'boolean' }, top: { type: 'string' } },
    load: () => import('./gaps.ts'),
  },
  release: {
    options: {
      product: { type: 'string' },
      skip: { type: 'string' },
      entries: { type: 'string' },
      json: { type: 'boolean' },
    },
    load: () => import('./release.ts'),
  },
  review: { options: { version: { type: 'string' } }, load: () => import('./review.ts') },
  dev: { options: {}, load: () => import('./dev.ts') },
  build: { options: {}, load: () => import('./build.ts') },
  serve: { options: {}, load: () => import('./serve.ts') },
};

/**
 * Run a command for authors.
 *
 * @returns its exit code
 * @throws UsageError if an option is wrong
 */
export async function runCommand(
  name: AuthorCommandName,
  argv: string[],
  text: TerminalText,
): Promise<number> {
  const { options, load } = AUTHOR_COMMANDS[name];
  let parsed;
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        ...options,
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
  if (parsed.values['help']) {
    process.stdout.write(`${helpOf(name, parsed.positionals[0], text)}\n`);
    return 0;
  }
  return (await load()).run(parsed as Arguments);
}

/** Return the help of a command; `new` has one of its own for each kind of content. */
function helpOf(
  name: AuthorCommandName,
  kind: string | undefined,
  { commandHelp, newHelp }: TerminalText,
): string {
  return name === 'new' && kind !== undefined && Object.hasOwn(newHelp, kind)
    ? newHelp[kind as keyof typeof newHelp]
    : commandHelp[name];
}
