import { parseArgs } from 'node:util';
import { ContentError, openContent, type Language } from '../catalog/index.ts';
import { runDiagnose } from './diagnose.ts';
import { runExplain } from './explain.ts';
import { ROOT } from './root.ts';
import { USAGE } from './usage.ts';

/** Do what the arguments ask for; returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ args: argv, allowPositionals: true, options: { json: { type: 'boolean' }, reply: { type: 'boolean' }, before: { type: 'string' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    return usage((error as Error).message);
  }
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (values.lang !== undefined && values.lang !== 'ja' && values.lang !== 'en') return usage(`--lang ${values.lang}: write ja or en`);
  if (command !== 'diagnose' && command !== 'explain') return usage(command === undefined ? 'no command' : `unknown command ${command}`);
  if (values.reply && (values.json || command !== 'diagnose')) return usage(values.json ? '--reply is a text: leave --json out' : '--reply belongs to diagnose');
  if (values.before !== undefined && (values.reply || command !== 'diagnose')) return usage(values.reply ? '--reply speaks of one log: leave --before out' : '--before belongs to diagnose');
  if (rest.length === 0) return usage(`${command} needs ${command === 'diagnose' ? 'a file, or - for standard input' : 'an entry, a guide or a message'}`);
  const language: Language = values.lang ?? (/^ja/.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'ja' : 'en');
  try {
    const content = openContent(ROOT);
    return command === 'diagnose' ? await runDiagnose(content, rest, values.json ? 'json' : values.reply ? 'reply' : 'text', language, values.before) : await runExplain(content, rest.join(' '), language);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function usage(problem: string): number {
  process.stderr.write(`shindan: ${problem}\n\n${USAGE}\n`);
  return 2;
}
