/**
 * Measures the speed of the engine next to the tools that people would use instead:
 * `npm run bench` (optional argument: megabytes of the logs, 64 by default).
 *
 * `npm run bench -- short` counts steps instead of seconds, and fails if they grow too fast.
 * `npm run bench -- check` compares every line of the logs with a plain, slow matcher.
 * `npm run bench -- browser` drops a long log on the analyzer.
 * `npm run bench -- files` drops many files on it, and counts the analyses that never finish.
 * `npm run bench -- dev` edits a guide while the development server runs.
 * `npm run bench -- search` measures the time and download size of the search on a slow phone.
 */
import { cpus } from 'node:os';
import { buildCatalog, loadContent } from '../../src/compiler/index.ts';
import { checkLogs } from './check-logs.ts';
import { measureLoad, measureMemory } from './new-process.ts';
import { measureEdits } from './edit-page.ts';
import { measureFirstVerdict } from './first-verdict.ts';
import { checkGrowth } from './growth.ts';
import { makeInputs, writeOwnLog } from './benchmark-inputs.ts';
import { measureLongLog } from './long-log.ts';
import { makeContentLog, withGeneratedEntries } from './content-log.ts';
import { measureManyFiles } from './many-files.ts';
import { measureSpeed } from './speed.ts';
import { renderTable, type Row } from './table.ts';

const ROUNDS = 5;
/** Megabytes of the log that is dropped on the analyzer. */
const LONG_LOG = 200;
/** Entries of the catalog that is loaded besides the whole one. */
const MORE_ENTRIES = 500;

const [argument = '64'] = process.argv.slice(2);
const content = loadContent();
const catalog = buildCatalog(content);
const print = (text: string): void => void process.stdout.write(text);

const machine = [
  cpus()[0]?.model ?? 'unknown processor',
  `${cpus().length} cores`,
  `Node ${process.version}`,
  new Date().toISOString().slice(0, 10),
].join(', ');
/** Lines of a single agent: different cases one after another would be taken for several files. */
const fiftyLines = makeContentLog(content, 0.01).split('\n').slice(0, 50).join('\n');

async function measure(megabytes: number): Promise<void> {
  const inputs = makeInputs(content, catalog, megabytes);
  print(`${machine}; ${inputs.origin}; MB = 10^6 bytes, medians of ${ROUNDS} rounds\n\n`);
  const rows: Row[] = [
    ...measureSpeed(inputs, ROUNDS),
    measureMemory(inputs.smallCatalog, inputs.smallLog, megabytes / 64),
    ...(await measureFirstVerdict(fiftyLines)),
    measureLoad(`the catalog of ${catalog.entries.length} entries`, catalog),
    measureLoad(`${MORE_ENTRIES} entries`, withGeneratedEntries(catalog, MORE_ENTRIES), '≤ 10 ms'),
  ];
  print(renderTable(rows));
}

async function measureAnalyzer(): Promise<void> {
  const rows = [
    ...(await measureLongLog(catalog, writeOwnLog(content, LONG_LOG))),
    ...(await measureFirstVerdict(fiftyLines)),
  ];
  print(
    `${machine}; a log of the content's samples; MB = 10^6 bytes, one run\n\n${renderTable(rows)}`,
  );
}

if (argument === 'short')
  process.exitCode = checkGrowth(content, makeInputs(content, catalog, 4), print) ? 0 : 1;
else if (argument === 'check')
  process.exitCode = checkLogs(makeInputs(content, catalog, 64), print) ? 0 : 1;
else if (argument === 'browser') await measureAnalyzer();
else if (argument === 'files')
  print(`${machine}\n\n${renderTable(await measureManyFiles(content))}`);
else if (argument === 'dev') print(`${machine}\n\n${renderTable(await measureEdits())}`);
else if (argument === 'search') await import('./search.ts');
else if (Number(argument) > 0) await measure(Number(argument));
else {
  print(
    `unknown argument "${argument}": use short, check, browser, files, dev, search, ` +
      'or the megabytes of the logs\n',
  );
  process.exitCode = 2;
}
