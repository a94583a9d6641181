/** How fast the engine reads a log, as a ratio to decoding the same bytes and splitting them into lines, in one run: `npm run bench`. */
import { buildCatalog, loadContent } from '../catalog/index.ts';
import { compile, open } from '../engine/index.ts';

const MEGABYTES = 16;
const ROUNDS = 5;

const content = loadContent();
const matcher = compile(buildCatalog(content));
const known = content.entries.flatMap(({ samples }) => samples.flatMap(({ text }) => text.split('\n'))).filter((line) => /^\d{4}\//.test(line));
const bytes = new TextEncoder().encode(makeLog(MEGABYTES * 1e6));

/** A log of which six lines in ten are normal running, and the rest are the samples of the content, each with a time of its own. */
function makeLog(size: number): string {
  const lines: string[] = [];
  for (let length = 0, second = 0; length < size; second++) {
    const time = new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
    const line = second % 10 < 6 ? `${time} command.go:434: DEBUG <command> checker "procs-${second % 7}": report=&{OK ${second}}` : time + (known[second % known.length] ?? '').slice(19);
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

function median(run: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return bytes.length / 1e3 / (times[Math.floor(ROUNDS / 2)] ?? 1);
}

const split = median(() => void new TextDecoder().decode(bytes).split('\n').length);
const engine = median(() => {
  const diagnosis = open(matcher);
  for (let at = 0; at < bytes.length; at += 1 << 16) diagnosis.push(bytes.subarray(at, at + (1 << 16)));
  diagnosis.close();
});
process.stdout.write(`engine ${engine.toFixed(0)} MB/s · decode and split ${split.toFixed(0)} MB/s · ratio ${(engine / split).toFixed(3)}\n`);
