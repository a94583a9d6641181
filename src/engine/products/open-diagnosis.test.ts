import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../model/catalog.ts';
import type { Report } from '../../model/report.ts';
import { answer, lookUp } from '../answers/look-up.ts';
import { encode } from '../lines/bytes.ts';
import { entry, guide } from '../../../tests/helpers/small-catalog.ts';
import { groupNames, sourcesOf } from '../sources/same-source.ts';
import { openSplitDiagnosis } from '../sources/split-log.ts';
import { compile } from './matcher.ts';
import { openDiagnosis } from './open-diagnosis.ts';
import {
  AGENT,
  AGENT_LOG,
  PROXY_LOG,
  SIDECAR_LOG,
  THREE_PRODUCTS,
} from '../../../tests/helpers/three-products.ts';

function diagnose(log: string, catalog = THREE_PRODUCTS, chunk = Infinity): Report {
  const diagnosis = openDiagnosis(compile(catalog));
  const bytes = encode(log);
  for (let at = 0; at < bytes.length; at += chunk) diagnosis.push(bytes.subarray(at, at + chunk));
  return diagnosis.close();
}

const entriesOf = ({ findings }: Report): string[] =>
  findings.flatMap(({ chain }) => chain.map((link) => link.entry));
const clock = (at: number): string =>
  `${String(Math.floor(at / 3600)).padStart(2, '0')}:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
/** Return a log that is longer than the part by which its product is chosen. */
const longLog = (start: string[], line: string): string =>
  [...start, ...Array.from({ length: 1_000 }, (_, at) => `2026/01/02 ${clock(at)} ${line}`)].join(
    '\n',
  );

it('compares the products if the first one knows only messages that others have, too', () => {
  const products = THREE_PRODUCTS.products.map((product) => ({
    ...product,
    catalogs: [...product.catalogs, 'tool'],
    plain: [...product.plain, 'tool'],
  }));
  const catalog: Catalog = {
    ...THREE_PRODUCTS,
    products,
    entries: [
      ...THREE_PRODUCTS.entries,
      entry('tool/denied', 'access denied: {who:word} may not read {what:word}'),
      entry('sidecar/read-failed', 'failed to read the file of the sidecar: {reason:rest}'),
    ],
  };
  const report = diagnose('access denied: web may not read a.yaml', catalog);
  expect(report.product).toBe('agent');
  const failed = 'failed to read the file of the sidecar: access denied: web may not read a.yaml';
  expect(diagnose(failed, catalog).product).toBe('sidecar');
});

describe('a log of one product', () => {
  it.each([
    ['agent', AGENT_LOG, ['agent/starting', 'agent/post-failed', 'network/refused']],
    ['proxy', PROXY_LOG, ['proxy/starting', 'proxy/upstream-failed', 'network/refused']],
    ['sidecar', SIDECAR_LOG, ['sidecar/starting', 'sidecar/pod-unknown', 'network/refused']],
  ])('is read as that of %s', (product, log, entries) => {
    const whole = diagnose(log.join('\n'));
    expect(whole.product).toBe(product);
    expect(entriesOf(whole)).toEqual(entries);
    const [, last = ''] = log;
    expect(diagnose(last).product, 'its last line alone').toBe(product);
    expect(diagnose(last.slice(20)).product, 'its last line without the time').toBe(product);
    const long = longLog(log, last.slice(20));
    expect(diagnose(long).product, 'a long log').toBe(product);
    expect(diagnose(long, THREE_PRODUCTS, 777), 'a long log in chunks').toEqual(diagnose(long));
  });
  it('is read as it would be on a site with this product only', () => {
    for (const [index, log] of [AGENT_LOG, PROXY_LOG, SIDECAR_LOG].entries()) {
      const alone = {
        ...THREE_PRODUCTS,
        products: THREE_PRODUCTS.products.slice(index, index + 1),
      };
      const text = longLog(log, log[1]?.slice(20) ?? '');
      expect(diagnose(text)).toEqual(diagnose(text, alone));
    }
  });
  it('may begin with lines of other programs', () => {
    const others = Array.from({ length: 2_000 }, (_, at) => `web01 sshd: session ${at} opened`);
    for (const log of [AGENT_LOG, PROXY_LOG, SIDECAR_LOG])
      expect(diagnose([...others, ...log].join('\n'))).toMatchObject({
        product: diagnose(log.join('\n')).product,
        lines: { total: 2_002 },
      });
  });
});

describe('a guide for one product', () => {
  it('is not an answer for a log of another product', () => {
    const guides = THREE_PRODUCTS.guides.map((each) => ({ ...each, products: ['proxy'] }));
    const answersTo = (log: string[]): string[] =>
      diagnose(log.join('\n'), { ...THREE_PRODUCTS, guides }).answers.map((each) => each.guide);
    expect(answersTo(PROXY_LOG)).toEqual(['refused']);
    expect(answersTo(AGENT_LOG)).toEqual([]);
  });
  it('is not guessed for a log of another product that matches only the end of its evidence', () => {
    const answersTo = (...chain: string[]): string[] =>
      diagnose(AGENT_LOG.join('\n'), {
        ...THREE_PRODUCTS,
        guides: [guide('refused', [{ chain, confidence: 'certain' }])],
      }).answers.map((each) => each.guide);
    expect(answersTo('agent/checks-failed', 'network/refused')).toEqual(['refused']);
    expect(answersTo('proxy/upstream-failed', 'network/refused')).toEqual([]);
  });
});

describe('a log of no product', () => {
  it('is not recognized', () => {
    expect(diagnose('a line of text')).toMatchObject({ product: null, status: 'unrecognised' });
    expect(diagnose('')).toMatchObject({ product: null, status: 'unrecognised' });
    expect(diagnose('a', { ...THREE_PRODUCTS, products: [] }).product).toBe(null);
  });
});

describe('a log of a program that the site only knows by name', () => {
  it('is named as such, whichever product knows that name', () => {
    const line = '2026/01/02 00:00:00 [ERROR] http: litelogd fell over';
    expect(diagnose(line)).toMatchObject({ product: null, sibling: 'litelogd' });
  });
  it('does not include logs that a product wrote', () => {
    const line = '2026/01/02 00:00:00 ERROR <main> sidecard fell over';
    expect(diagnose(line)).toMatchObject({ product: 'sidecar', sibling: null });
  });
});

describe('a single line', () => {
  it('is answered as a line of the product that knows it', () => {
    const matcher = compile(THREE_PRODUCTS);
    const text = 'failed to find the pod: dial 192.0.2.1:443: connection refused';
    expect(lookUp(matcher, text)?.entries).toEqual(['network/refused', 'sidecar/pod-unknown']);
    expect(answer(matcher, `ERROR <main> ${text}`)?.entries).toEqual([
      'network/refused',
      'sidecar/pod-unknown',
    ]);
  });
});

describe('a product with 40 catalogs', () => {
  const names = Array.from({ length: 40 }, (_, index) => `catalog-${index}`);
  const catalog = (holes: (name: string) => string[]): Catalog => ({
    ...THREE_PRODUCTS,
    products: [{ ...AGENT, catalogs: ['agent', ...names], plain: ['agent', ...names] }],
    entries: [
      ...THREE_PRODUCTS.entries,
      ...names.map((name) =>
        entry(`${name}/failed`, `${name} failed: {cause}`, {
          holes: { cause: { catalogs: holes(name) } },
        }),
      ),
      ...names.map((name) =>
        entry(`${name}/cause`, `${name} is broken`, { nested: true, role: 'cause' }),
      ),
    ],
  });

  it('is read like any other', () => {
    const log = names
      .map((name) => `2026/01/02 00:00:00 ERROR <main> ${name} failed: ${name} is broken`)
      .join('\n');
    const report = diagnose(
      log,
      catalog(() => names),
    );
    expect(report.findings).toHaveLength(40);
    expect(report.findings.filter(({ rest }) => rest !== null)).toEqual([]);
  });
  it('may not distinguish more than 32 of them', () => {
    expect(() =>
      diagnose(
        'a',
        catalog((name) => [name]),
      ),
    ).toThrow(/^agent: .* into 41 groups, but there can be at most 32/);
  });
});

describe('a log of several programs', () => {
  const LOGS = { agentd: AGENT_LOG, proxyd: PROXY_LOG, sidecard: SIDECAR_LOG };
  const PRODUCTS = { agentd: 'agent', proxyd: 'proxy', sidecard: 'sidecar' };
  type Program = keyof typeof LOGS;
  const PROGRAMS = Object.keys(LOGS) as Program[];

  /** Interleave the logs of the programs, `times` times over. */
  const mix = (wrap: (line: string, program: Program) => string, times = 1): string =>
    Array.from({ length: times }, () =>
      [0, 1].flatMap((at) => PROGRAMS.map((program) => wrap(LOGS[program][at] ?? '', program))),
    )
      .flat()
      .join('\n');

  /** Read a log as `inspectLog` does. */
  function reportsOn(log: string): Report[] {
    const matcher = compile(THREE_PRODUCTS);
    const whole = openDiagnosis(matcher);
    whole.push(encode(log));
    whole.close();
    const groups = groupNames(whole.sources());
    const split = openSplitDiagnosis(matcher, {
      groups: sourcesOf(groups).length > 1 ? groups : new Map(),
      products: whole.products(),
      readingOf: () => ({}),
    });
    split.push(encode(log));
    return split.close();
  }

  const JOURNAL = (line: string, program: string): string =>
    `Jan 2 00:00:00 web01 ${program}[7]: ${line}`;
  const SYSLOG = (line: string, program: string): string =>
    `Jan 2 00:00:00 web01 ${program}: ${line}`;
  const POD = (line: string, program: string): string => `[pod/web-1/${program}] ${line}`;

  it.each([
    ['a journal', JOURNAL],
    ['syslog', SYSLOG],
  ])('gets a report for each: %s', (_, wrap) => {
    for (const times of [1, 200]) {
      const reports = reportsOn(mix(wrap, times));
      expect(reports.map(({ product, source }) => [product, source]).sort()).toEqual(
        Object.values(PRODUCTS)
          .map((product) => [product, null])
          .sort(),
      );
      for (const [program, product] of Object.entries(PRODUCTS)) {
        const report = reports.find((each) => each.product === product);
        const alone = diagnose(LOGS[program as Program].join('\n'));
        expect(report && entriesOf(report), product).toEqual(entriesOf(alone));
        expect(report?.findings.map(({ count }) => count)).toEqual([times, times]);
        expect(report?.unknown).toEqual([]);
        expect(report?.lines.total).toBe(6 * times);
      }
    }
  });

  it('gets a report for each container of a pod', () => {
    const log = [
      ...PROXY_LOG.map((line) => POD(line, 'proxy')),
      ...SIDECAR_LOG.map((line) => POD(line, 'side')),
    ];
    expect(
      reportsOn(log.join('\n')).map(({ product, findings }) => [product, findings.length]),
    ).toEqual([
      ['sidecar', 2],
      ['proxy', 2],
    ]);
  });

  describe('that have the same headers, in one pod', () => {
    const inPod = (nameOf: (program: Program) => string): string =>
      [0, 1]
        .flatMap((at) =>
          (['agentd', 'sidecard'] as const).map((program) =>
            POD(LOGS[program][at] ?? '', nameOf(program)),
          ),
        )
        .join('\n');
    const readAs = (log: string) =>
      reportsOn(log)
        .map(({ product, findings, unknown }) => [product, findings.length, unknown.length])
        .sort();

    it('gets a report for each container that has the name of its program', () =>
      expect(readAs(inPod((program) => program))).toEqual([
        ['agent', 2, 0],
        ['sidecar', 2, 0],
      ]));

    it('is read by its messages if a container has the name of the other program', () => {
      const log = [SIDECAR_LOG[1] ?? '', '2026/01/02 00:00:02 INFO <main> starting sidecard 3.0'];
      const inContainer = (name: string): string => log.map((line) => POD(line, name)).join('\n');
      expect(readAs(inContainer('agentd'))).toEqual(readAs(inContainer('sidecard')));
      expect(readAs(inContainer('agentd'))).toEqual([['sidecar', 2, 0]]);
    });

    it('gets one report if the names are no programs; messages of the other one are unknown', () => {
      expect(readAs(inPod((program) => `${program.slice(0, 4)}-1`))).toEqual([['sidecar', 2, 1]]);
      expect(readAs(inPod(() => 'all'))).toEqual([['sidecar', 2, 1]]);
    });
  });

  it('gets a report for each container of different ones', () => {
    const reports = reportsOn(mix((line, program) => `${PRODUCTS[program]}-1 | ${line}`));
    expect(reports.map(({ product, source }) => [product, source]).sort()).toEqual(
      Object.values(PRODUCTS)
        .map((product) => [product, `${product}-1`])
        .sort(),
    );
    for (const report of reports)
      expect(report).toMatchObject({ unknown: [], lines: { total: 6 } });
  });

  it('is read again if a program is only named after the first bytes', () => {
    const agent = Array.from({ length: 1_000 }, () =>
      AGENT_LOG.map((line) => JOURNAL(line, 'agentd')),
    );
    const sidecar = SIDECAR_LOG.map((line) => JOURNAL(line, 'sidecard'));
    const reports = reportsOn([...agent.flat(), ...sidecar].join('\n'));
    expect(reports.map(({ product }) => product)).toEqual(['agent', 'sidecar']);
    expect(reports[1]?.findings.map(({ lines }) => lines)).toEqual([[2_001], [2_002]]);
  });

  it('gets one report if its lines do not name the programs', () => {
    const reports = reportsOn([...AGENT_LOG, ...AGENT_LOG, ...PROXY_LOG].join('\n'));
    expect(reports.map(({ product }) => product)).toEqual(['agent']);
  });
});
