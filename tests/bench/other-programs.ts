import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '../../src/engine/index.ts';
import {
  capturingRegex,
  literalOf,
  patternDatabase,
  peerRules,
  regexOf,
  ruleBase,
  type PeerRule,
} from './export-rules.ts';
import type { Competitor } from './race.ts';

interface Program {
  name: string;
  command: string;
  /** Whether it prints only a count. With output to /dev/null, grep stops at the first match. */
  counts?: true;
  /** The rules in its own syntax. */
  rules(rules: PeerRule[]): string;
  /** Its arguments; the log is also on its standard input. */
  args(rules: string, log: string): string[];
}

/** Programs that people use to match logs, limited to one thread each. */
const PROGRAMS: Program[] = [
  {
    name: 'grep -F -f',
    command: 'grep',
    counts: true,
    rules: (rules) => lines(rules.map(literalOf)),
    args: (rules, log) => ['-c', '-F', '-f', rules, log],
  },
  {
    name: 'rg -f',
    command: 'rg',
    counts: true,
    rules: (rules) => lines(rules.map(regexOf)),
    args: (rules, log) => ['-c', '-j1', '-f', rules, log],
  },
  // Print only the rule's id and the message, because the default output format is slower.
  {
    name: 'pdbtool match',
    command: 'pdbtool',
    rules: patternDatabase,
    args: (rules, log) => ['match', '-p', rules, '-f', log, '-T', '${.classifier.rule_id} $MSG\\n'],
  },
  {
    name: 'lognormalizer',
    command: 'lognormalizer',
    rules: ruleBase,
    args: (rules) => ['-r', rules, '-T'],
  },
];

const lines = (texts: string[]): string => `${[...new Set(texts)].join('\n')}\n`;

/** Return other programs, to run on the same log and rules; `missing` names those not installed. */
export function makePeers(
  catalog: Catalog,
  log: string,
): { peers: Competitor[]; missing: string[] } {
  const rules = peerRules(catalog);
  const peers: Competitor[] = [];
  const missing: string[] = [];
  for (const program of PROGRAMS) {
    if (spawnSync(program.command, ['--version'], { stdio: 'ignore' }).error) {
      missing.push(program.name);
      continue;
    }
    const file = join(dirname(log), `rules.${program.command}`);
    writeFileSync(file, program.rules(rules));
    peers.push({
      name: program.name,
      bytes: statSync(log).size,
      run: () => runProgram(program, file, log),
    });
  }
  return { peers, missing };
}

function runProgram({ command, args, name, counts }: Program, rules: string, log: string): void {
  const input = openSync(log, 'r');
  const { status, stderr } = spawnSync(command, args(rules, log), {
    stdio: [input, counts ? 'pipe' : 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(input);
  if (status !== 0) throw new Error(`${name} exited with ${status}: ${stderr.slice(0, 500)}`);
}

/** Return JavaScript to compare with: programs that do less, and the usual RegExp per rule. */
export function makeBaselines(catalog: Catalog, log: string): Competitor[] {
  const bytes = readFileSync(log);
  const slice = bytes.toString('latin1', 0, 1e6).split('\n');
  const regexes = peerRules(catalog).map(capturingRegex);
  return [
    {
      name: 'JS, a RegExp a rule (1 MB)',
      bytes: 1e6,
      run: () => void slice.map((line) => regexes.findIndex((regex) => regex.exec(line) !== null)),
    },
    {
      name: 'JS, decode and split',
      bytes: bytes.length,
      run: () => void new TextDecoder().decode(bytes).split('\n').length,
    },
    {
      name: 'JS, indexOf(10) loop',
      bytes: bytes.length,
      run: () => {
        for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1));
      },
    },
  ];
}
