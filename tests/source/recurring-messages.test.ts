import { expect, it } from 'vitest';
import { type Finding, type Report } from '../../src/engine/index.ts';
import type { Link } from '../../src/model/report.ts';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { sample } from '../helpers/sample.ts';
import { catalog, content, matcher } from '../helpers/whole-content.ts';

const keys = new Set(
  catalog.entries.flatMap(({ id, holes }) =>
    Object.entries(holes ?? {}).flatMap(([name, { key }]) => (key ? `${id} ${name}` : [])),
  ),
);
const excerpts = [
  ...content.entries.flatMap(({ samples }) => samples),
  ...content.guides.flatMap(({ cases }) => cases),
].map(({ text }) => text.trim());
const HEADER = /^(?:\S+ ){2}(?:\S+\.go:\d+: )?[A-Z]+ <[^>]+> /;

/** Enough lines to make the engine recognize messages by their fingerprints, as in long logs. */
const WARM_UP = Array.from(
  { length: 200 },
  (_, turn) => `2026/11/24 01:00:00 ERROR <command> API request failed: 5${10 + (turn % 90)}`,
);

/**
 * Replace the words that contain a digit, with different words in each turn. At first only their
 * digits change; from turn 3 on, their letters and length change too.
 */
function vary(text: string, turn: number): string {
  return text.replace(/\w*\d\w*/g, (word, at: number) => {
    const other = word.replace(/\d/g, (digit, place: number) =>
      String((Number(digit) + turn * (3 + ((at + place) % 7))) % 10),
    );
    return turn < 3
      ? other
      : other.replace(
          /[a-z]/gi,
          (letter, place: number) =>
            LETTERS[(letter.charCodeAt(0) + turn * (5 + place)) % LETTERS.length] ?? letter,
        ) + '40'.slice(0, (at + turn) % 3);
  });
}

const LETTERS = 'xabgtsmecfz';

/** Return the links that all records have: of the result of a check, only the first one. */
const ownLinks = ({ chain, role }: Finding): Link[] =>
  role === 'info' ? chain.slice(0, 1) : chain;
const readingOf = (finding: Finding): unknown => [
  ownLinks(finding).map(({ entry, message, foreign }) => [entry, message, foreign]),
  finding.rest === null,
];
const at = ({ findings }: Report, line: number): Finding[] =>
  findings.filter(({ lines }) => lines.includes(line));

it('reads a message that recurs with other values as if it occurred alone', () => {
  const lines = [
    ...new Set(
      excerpts
        .flatMap((text) => text.split('\n'))
        .filter((line) => HEADER.test(line) && /\d/.test(line.replace(HEADER, ''))),
    ),
  ];
  let repeated = 0;
  const mixed: unknown[] = [];
  const read = sample(lines, 8);
  const wrong = read.flatMap((line) => {
    const header = HEADER.exec(line)?.[0] ?? '';
    const log = [0, 1, 2, 3, 4, 5, 6, 0, 2, 4].map(
      (turn) => header + vary(line.slice(header.length), turn),
    );
    const report = diagnoseBytes(matcher, [...WARM_UP, ...log].join('\n'));
    mixed.push(
      ...report.findings
        .filter(({ lines }) => (lines.at(-1) ?? 0) > WARM_UP.length)
        .flatMap(({ chain }) =>
          chain.flatMap(({ entry, captures }) =>
            Object.entries(captures).filter(
              ([name, values]) => keys.has(`${entry} ${name}`) && values.length > 1,
            ),
          ),
        ),
    );
    // The last turns repeat earlier ones.
    const ofOne = new Map(
      [...new Set(log)].map((one): [string, Report] => [one, diagnoseBytes(matcher, one)]),
    );
    return log.flatMap((one, index) => {
      const alone = ofOne.get(one) as Report;
      repeated += alone.findings.length;
      const together = at(report, WARM_UP.length + index + 1);
      const isSame =
        JSON.stringify(together.map(readingOf)) === JSON.stringify(alone.findings.map(readingOf));
      const hasValues = alone.findings.every((finding, number) =>
        ownLinks(finding).every(({ captures }, link) =>
          Object.entries(captures).every(([name, [value = '']]) =>
            together[number]?.chain[link]?.captures[name]?.includes(value),
          ),
        ),
      );
      return isSame && hasValues ? [] : [{ one, isSame, hasValues }];
    });
  });
  expect(wrong).toEqual([]);
  expect(mixed).toEqual([]);
  expect(repeated).toBeGreaterThan(read.length);
  expect(
    matcher.products.some((product) => product.matcher.literalWords.all.mayShareWord),
    'a template has adjacent holes, or two holes in one word, which slows down every log',
  ).toBe(false);
});

it('reads a recurring record of several lines the same every time', () => {
  const several = excerpts.filter((text) => text.includes('\n') && !text.includes('\n\n'));
  const wrong = sample(several, 3).flatMap((text) => {
    const length = text.split('\n').length + 1;
    const report = diagnoseBytes(matcher, [text, text, text, text].join('\n\n'));
    const readings = [0, 1, 2, 3].map((turn) =>
      Array.from({ length }, (_, line) => at(report, turn * length + line + 1).map(readingOf)),
    );
    return readings.every((reading) => JSON.stringify(reading) === JSON.stringify(readings[0]))
      ? []
      : [text];
  });
  expect(wrong).toEqual([]);
  expect(several.length).toBeGreaterThan(20);
});
