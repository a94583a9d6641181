// Diagnose a log with the engine as a library: node diagnose.mjs FILE
import { readFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { compile, open } from 'shindan/engine';

const catalog = JSON.parse(
  await readFile(new URL(import.meta.resolve('shindan/data/catalog.json')), 'utf8'),
);
const diagnosis = open(compile(catalog), { now: Date.now() });
for await (const chunk of createReadStream(process.argv[2])) diagnosis.push(chunk);
const report = diagnosis.close();

console.log(report.product, report.version, report.status);
for (const { guide, confidence, causes } of report.answers) console.log(guide, confidence, causes);
