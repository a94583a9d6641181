import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDiagnosis, type Report } from '../../src/engine/index.ts';
import { PREFIXES, prefixLog } from '../bench/envelopes.ts';
import { sharedFolder } from '../bench/optional-folder.ts';
import { varyLogs } from '../bench/vary-logs.ts';
import { sample } from '../helpers/sample.ts';
import { content, matcher } from '../helpers/whole-content.ts';

const corpus = sharedFolder('corpus');

/** Report on a log with or without the caches (src/engine/cache/). */
function report(log: Uint8Array, isFast: boolean): Report {
  const diagnosis = openDiagnosis(matcher, {}, isFast);
  diagnosis.push(log);
  return diagnosis.close();
}

function expectEqualReports(log: Uint8Array): void {
  expect(report(log, true)).toEqual(report(log, false));
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const own = [
  ...content.entries.flatMap(({ samples }) => samples),
  ...content.guides.flatMap(({ cases }) => cases),
].map(({ text }) => text);
const real = corpus
  ? readdirSync(corpus)
      .filter((file) => file.endsWith('.log'))
      .map((file) => readFileSync(join(corpus, file)))
  : [];

describe('a report is the same with and without the fast reader', () => {
  it('of the logs of the content', () => {
    for (const text of sample(own, 4)) expectEqualReports(encode(text));
  });

  it.skipIf(real.length === 0)('of the logs of the corpus', () => {
    for (const log of real) expectEqualReports(new Uint8Array(log));
  });

  // Caches fill only in a long log.
  const long = varyLogs(own, 0.3);

  it('of all logs of the content in one', () => {
    expectEqualReports(encode(long));
  });

  it.each(Object.entries(PREFIXES))('of that log behind a %s prefix', (_, prefix) => {
    expectEqualReports(encode(prefixLog(long, prefix)));
  });

  it('of that log read backwards', () => {
    expectEqualReports(encode(long.split('\n').reverse().join('\n')));
  });

  it('of the output of several programs that differ in a digit', () => {
    const lines = long.split('\n').slice(0, 1000);
    const ofMany = lines.map((line, at) => `agent-${1 + (at % 3)}  | ${line}`);
    expectEqualReports(encode(ofMany.join('\n')));
    const asJson = lines.map((line, at) =>
      JSON.stringify({ SYSLOG_IDENTIFIER: `agent${at % 3}`, MESSAGE: line }),
    );
    expectEqualReports(encode(asJson.join('\n')));
  });

  it('of a log whose collector changes its time zone', () => {
    const lines = long.split('\n').filter((line) => /^\d{4}\/\d\d\/\d\d /.test(line));
    const collected = lines.slice(0, 400).map((line, at) => {
      const hour = (Number(line.slice(11, 13)) + (at < 200 ? 9 : 3)) % 24;
      const clock = `${String(hour).padStart(2, '0')}${line.slice(13, 19)}`;
      const message = at % 5 === 0 ? 'exit status 1' : line;
      return `Jan  1 ${clock} web01 mackerel-agent[312]: ${message}`;
    });
    expectEqualReports(encode(collected.join('\n')));
  });
});
