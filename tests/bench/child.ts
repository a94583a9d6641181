/**
 * Child process for figures that need a new process: `child.ts load CATALOG`, or
 * `child.ts memory CATALOG LOG TIMES`. Prints JSON.
 */
import { readFileSync } from 'node:fs';
import { compile, type Catalog } from '../../src/engine/index.ts';
import { diagnoseFile } from './read-log.ts';

const [kind, catalog = '', log = '', times = '1'] = process.argv.slice(2);
const started = performance.now();
const json = JSON.parse(readFileSync(catalog, 'utf8')) as Catalog;
const parsed = performance.now();
const matcher = compile(json);
const compiled = performance.now();
const lines = kind === 'memory' ? diagnoseFile(matcher, log, Number(times)).lines.total : 0;
// maxRSS is in kilobytes on every system.
process.stdout.write(
  JSON.stringify({
    parse: parsed - started,
    compile: compiled - parsed,
    seconds: (performance.now() - compiled) / 1e3,
    lines,
    peak: process.resourceUsage().maxRSS / 1e3,
  }),
);
