import { describe, expect, it } from 'vitest';
import type { Report } from '../report.ts';
import { diagnose, entry, guide, smallCatalog } from '../small-catalog.ts';

const START = ['03:00:00 INFO Starting agent version:0.71.2', '03:00:01 INFO Started agent'];
const FATAL = 'start failed: dial 192.0.2.1:443: connection refused';
const possible = (...chain: string[]) => ({ chain, confidence: 'possible' as const });
const guides = ({ answers }: Report) => answers.map(({ guide: name }) => name);

describe('what is missing as evidence', () => {
  const hanging = guide('hanging', [
    { ...possible('agent/starting'), without: 'agent/started', within: 600 },
  ]);
  const [starting = '', started = ''] = START;
  const catalog = smallCatalog([hanging]);

  it('is told when the log goes on and the entry never comes', () => {
    const report = diagnose(catalog, [starting, '03:20:00 DEBUG idle']);
    expect(report).toMatchObject({
      status: 'action-needed',
      answers: [{ guide: 'hanging', confidence: 'possible', state: 'ongoing', evidence: [0] }],
    });
  });
  it('is told when the agent had to be stopped instead', () => {
    expect(guides(diagnose(catalog, [starting, '03:20:00 INFO Stopping agent']))).toEqual([
      'hanging',
    ]);
  });
  const again = ['03:00:00', '03:01:05', '03:02:10'].map(
    (time) => `${time} INFO Starting agent version:0.71.2`,
  );
  it('is told when the same begins again and again instead', () => {
    expect(guides(diagnose(catalog, again))).toEqual(['hanging']);
  });
  it.each([
    ['two starts', again.slice(1)],
    [
      'starts that each came through',
      again.flatMap((line) => [
        line,
        line.replace('Starting agent version:0.71.2', 'Started agent'),
      ]),
    ],
    [
      'starts that somebody stopped',
      again.flatMap((line) => [
        line,
        line.replace('Starting agent version:0.71.2', 'Stopping agent'),
      ]),
    ],
    ['starts of a year, one a day', again.map((line, day) => `0${day + 1} ${line}`)],
    [
      'lines that were collected three times',
      again.slice(0, 1).flatMap((line) => [line, line, line]),
    ],
  ])('is not told of %s', (_, lines) => {
    expect(diagnose(catalog, lines)).toMatchObject({ status: 'healthy', answers: [] });
  });
  it('is over when the next start came through', () => {
    expect(
      diagnose(catalog, [
        starting,
        '03:20:00 INFO Stopping agent',
        '03:20:02 INFO Starting agent version:0.71.2',
        '03:20:03 INFO Started agent',
      ]),
    ).toMatchObject({ status: 'healthy', answers: [] });
  });
  it.each([
    ['a log that is cut right after', [starting]],
    ['a log that goes on for less than it may take', [starting, '03:09:00 DEBUG idle']],
    ['a start that came', [starting, started, '03:20:00 DEBUG idle']],
    [
      'a request to stop that came soon',
      [starting, '03:01:00 INFO Stopping agent', '03:20:00 DEBUG idle'],
    ],
  ])('is not told of %s', (_, lines) => {
    expect(diagnose(catalog, lines)).toMatchObject({ status: 'healthy', answers: [] });
  });
  it('is not told where another line says why', () => {
    expect(guides(diagnose(catalog, [starting, FATAL, '03:20:00 DEBUG idle']))).toEqual([]);
  });
});

describe('what followed as evidence', () => {
  const reborn = guide('reborn', [{ ...possible('agent/retired'), then: 'agent/started' }]);
  const retired = '03:00:00 INFO retired a1';
  const [starting = '', started = ''] = START.map((line) => line.replace(/^\S+/, '03:01:00'));

  it('is told where it came', () => {
    expect(diagnose(smallCatalog([reborn]), [retired, starting, started])).toMatchObject({
      status: 'action-needed',
      answers: [{ guide: 'reborn', state: 'ongoing' }],
    });
  });
  it('is not told where it came before, or never', () => {
    expect(
      diagnose(smallCatalog([reborn]), [...START, retired.replace('03:00', '03:05')]),
    ).toMatchObject({ status: 'healthy', answers: [] });
    expect(diagnose(smallCatalog([reborn]), [retired, starting])).toMatchObject({
      status: 'healthy',
      answers: [],
    });
  });
});

describe('what came again as evidence', () => {
  const tried = [entry('agent/asked', 'asked: {cause}')];
  const outage = guide('outage', [
    { ...possible('agent/start-failed', 'api/error'), again: 'agent/asked' },
  ]);
  const catalog = smallCatalog([outage], tried);
  const asked = (second: number, text: string): string =>
    `03:00:0${second} WARNING asked: answer: ${text}`;
  const fatal = (text: string): string => `start failed: answer: ${text}`;

  it('is told where the same was tried again in one start', () => {
    expect(
      guides(
        diagnose(catalog, [
          ...START.slice(0, 1),
          ...[2, 4, 6, 8].map((second) => asked(second, 'no')),
          fatal('no'),
        ]),
      ),
    ).toEqual(['outage']);
  });
  it('knows a sentence that was wrapped, with other lines behind it', () => {
    const tries = [2, 4, 6, 8].map((second) => asked(second, 'try it later'));
    expect(
      guides(
        diagnose(catalog, [...START.slice(0, 1), ...tries, `${fatal('try it')}\nlater\n\`\`\``]),
      ),
    ).toEqual(['outage']);
  });
  it.each([
    ['one try', [START[0] ?? '', asked(2, 'no'), fatal('no')]],
    [
      'one try of each start',
      [1, 2, 3].flatMap((minute) =>
        [START[0] ?? '', asked(2, 'no'), fatal('no')].map((line) =>
          line.replace('03:00', `03:0${minute}`),
        ),
      ),
    ],
    [
      'one try of each start, in a log that begins behind a start',
      [asked(2, 'no'), fatal('no'), START[0] ?? '', asked(5, 'no'), fatal('no')],
    ],
    [
      'lines that were collected twice',
      [1, 2, 3].flatMap((minute) =>
        [START[0] ?? '', asked(2, 'no'), fatal('no')].flatMap((line) =>
          Array<string>(2).fill(line.replace('03:00', `03:0${minute}`)),
        ),
      ),
    ],
    [
      'tries that ended otherwise',
      [START[0] ?? '', ...[2, 4, 6, 8].map((second) => asked(second, 'no')), fatal('never')],
    ],
  ])('is not told of %s', (_, lines) => {
    expect(guides(diagnose(catalog, lines))).toEqual([]);
  });
});
