import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Content } from '../../catalog/index.ts';
import type { Catalog } from '../../engine/index.ts';
import { makeContentLog, withInvented } from './own-log.ts';
import { makePerfCatalog, readPerfRules } from './perf-catalog.ts';
import { prefixLog, PREFIXES } from './prefixes.ts';
import { sharedFolder } from './shared.ts';
import { varyLogs } from './vary-logs.ts';
import { writtenOnce } from './written-once.ts';

/** What a benchmark runs on: catalogs with few and with many rules, and logs. */
export interface Inputs {
  /** Where rules and lines come from, for the reader of the table. */
  origin: string;
  few: Catalog;
  many: Catalog;
  /** Its lines come from the few rules. */
  log: string;
  /** Its lines come from all rules; null where there is no such log. */
  logOfMany: string | null;
  /** The same log as `log` behind what other programs write before a line, by the name of the prefix. */
  prefixed: Record<string, string>;
  /** Logs of the real program, repeated with other values; null where there are none. */
  real: string | null;
}

const FEW = 200;
const MANY = 10_000;

/** Make the inputs, with logs of `megabytes` (10^6 bytes) each. */
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
      : `the content's own ${catalog.entries.length} entries and a log of its samples (../shared/perf is not there)`,
    few: perf ? makePerfCatalog(rules.slice(0, FEW), catalog) : catalog,
    many: perf ? makePerfCatalog(rules, catalog) : withInvented(catalog, MANY),
    log,
    logOfMany: perf ? generate(perf, MANY, megabytes, `b${megabytes}.log`) : null,
    prefixed: Object.fromEntries(
      Object.entries(PREFIXES).map(([name, prefix]) => [
        name,
        writtenOnce(`${name}-${basename(log)}`, (file) =>
          writeFileSync(file, prefixLog(readFileSync(log, 'utf8'), prefix)),
        ),
      ]),
    ),
    real: corpus
      ? writtenOnce(`real${megabytes}.log`, (file) =>
          writeFileSync(file, varyLogs(realLogs(corpus), megabytes)),
        )
      : null,
  };
}

/** Write a log of the content's samples. Its name holds what is in it: with another sample it is another log. */
export function writeOwnLog(content: Content, megabytes: number): string {
  const text = makeContentLog(content, megabytes);
  return writtenOnce(
    `own${megabytes}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.log`,
    (file) => writeFileSync(file, text),
  );
}

function generate(folder: string, rules: number, megabytes: number, name: string): string {
  return writtenOnce(name, (file) => {
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

/** Logs that the real program wrote: neither another program's nor rewritten copies of one. */
function realLogs(folder: string): string[] {
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.log') && !/^(foreign|var|mix)-/.test(name),
  );
  return names
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, ''))
    .filter((text) => !text.includes('\0'));
}
