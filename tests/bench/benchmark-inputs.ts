import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Content } from '../../src/compiler/index.ts';
import type { Catalog } from '../../src/engine/index.ts';
import { makeContentLog, withGeneratedEntries } from './content-log.ts';
import { makePerfCatalog, readPerfRules } from './perf-catalog.ts';
import { prefixLog, PREFIXES } from './envelopes.ts';
import { sharedFolder } from './optional-folder.ts';
import { varyLogs } from './vary-logs.ts';
import { cachedFile } from './cached-file.ts';

/** The inputs of a benchmark: catalogs with few and with many rules, and the paths of logs. */
export interface Inputs {
  /** Describes where the rules and lines come from. */
  origin: string;
  smallCatalog: Catalog;
  largeCatalog: Catalog;
  /** A log whose lines match the rules of the small catalog. */
  smallLog: string;
  /** A log whose lines match all rules, or null if there is none. */
  largeLog: string | null;
  /** By program: the small log with every line wrapped as that program does. */
  prefixed: Record<string, string>;
  /** A log of the real program's logs, repeated with other values, or null if there are none. */
  realLog: string | null;
}

const FEW = 200;
const MANY = 10_000;

/** Create the inputs, with logs of `megabytes` (10^6 bytes) each. */
export function makeInputs(content: Content, catalog: Catalog, megabytes: number): Inputs {
  const perf = sharedFolder('perf');
  const corpus = sharedFolder('corpus');
  const rules = perf ? readPerfRules(perf) : [];
  const log = perf
    ? generate(perf, FEW, megabytes, `a${megabytes}.log`)
    : writeOwnLog(content, megabytes);
  return {
    origin: perf
      ? `${FEW} and ${MANY} rules and the log of ../shared/perf`
      : `the content's own ${catalog.entries.length} entries and a log of its samples ` +
        '(../shared/perf does not exist)',
    smallCatalog: perf ? makePerfCatalog(rules.slice(0, FEW), catalog) : catalog,
    largeCatalog: perf ? makePerfCatalog(rules, catalog) : withGeneratedEntries(catalog, MANY),
    smallLog: log,
    largeLog: perf ? generate(perf, MANY, megabytes, `b${megabytes}.log`) : null,
    prefixed: Object.fromEntries(
      Object.entries(PREFIXES).map(([name, prefix]) => [
        name,
        cachedFile(`${name}-${basename(log)}`, (file) =>
          writeFileSync(file, prefixLog(readFileSync(log, 'utf8'), prefix)),
        ),
      ]),
    ),
    realLog: corpus
      ? cachedFile(`real${megabytes}.log`, (file) =>
          writeFileSync(file, varyLogs(realLogs(corpus), megabytes)),
        )
      : null,
  };
}

/** Write a log of the content's samples. Its name has a hash, so that edits lead to a new log. */
export function writeOwnLog(content: Content, megabytes: number): string {
  const text = makeContentLog(content, megabytes);
  return cachedFile(
    `own${megabytes}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.log`,
    (file) => writeFileSync(file, text),
  );
}

function generate(folder: string, rules: number, megabytes: number, name: string): string {
  return cachedFile(name, (file) => {
    const json = `${file}.json`;
    writeFileSync(json, JSON.stringify(readPerfRules(folder)));
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(folder, 'log-gen.mjs'), 'log', json, String(rules), String(megabytes), file],
      { encoding: 'utf8' },
    );
    rmSync(json);
    if (status !== 0) throw new Error(`log-gen.mjs could not write ${file}: ${stderr}`);
  });
}

/** Read the logs of the real program, without those of other programs and rewritten copies. */
function realLogs(folder: string): string[] {
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.log') && !/^(?:foreign|var|mix)-/.test(name),
  );
  return names
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, ''))
    .filter((text) => !text.includes('\0'));
}
