/** Logs as collectors export them: pretty-printed JSON, and UTC before local time. */
import { describe, expect, it } from 'vitest';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { matcher } from '../helpers/whole-content.ts';

const START =
  '2026/11/06 12:00:00 INFO <main> Starting mackerel-agent version:0.87.0, rev:92c7c83, apibase:https://api.mackerelio.com';
const STDERR =
  '2026/11/06 12:01:00 WARNING <checks> Checker "app" output stderr: Access denied for user';
const FATAL =
  'command.Prepare failed: failed to prepare host: API request failed: Authentication failed. Please try with valid Api Key.';
const essence = (log: string) => {
  const { version, status, lines, answers, findings } = diagnoseBytes(matcher, log);
  return {
    version,
    status,
    problem: lines.problem,
    answers: answers.map(({ guide }) => guide),
    rests: findings.map(({ rest }) => rest),
    times: findings.map(({ first }) => first),
  };
};
const plain = essence([START, STDERR].join('\n'));

describe('pretty-printed JSON', () => {
  it.each(['MESSAGE', 'message', 'log'])(
    'yields the value of %s and ignores its other lines',
    (field) => {
      const pretty = [START, STDERR]
        .map((text) =>
          JSON.stringify(
            { _HOSTNAME: 'web01', [field]: text, _PID: '7', tags: ['a', 'b'] },
            null,
            '\t',
          ),
        )
        .join('\n');
      expect(essence(pretty)).toEqual(plain);
      expect(
        essence(
          JSON.stringify(
            {
              events: [START, STDERR].map((text) => ({
                timestamp: 1_795_651_200,
                [field]: text,
                id: null,
              })),
            },
            null,
            4,
          ),
        ),
      ).toEqual(plain);
    },
  );
  it('is read as a part of the message in a plain log', () => {
    const [output] = diagnoseBytes(
      matcher,
      `${START}\n2026/11/06 12:01:00 ERROR <main> command.Prepare failed: \n{\n  "error": "x"\n}`,
    ).findings.slice(-1);
    expect(output?.lines).toEqual([2, 3, 4, 5]);
  });
});

describe('a collector that writes in UTC', () => {
  it('gives a line without a time its own, converted to the time zone of the log', () => {
    const log = `2026-11-06T03:00:00.120Z ${START}\n2026-11-06T03:00:03.410Z ${FATAL}`;
    expect(essence(log).times).toEqual(['2026-11-06T12:00:00', '2026-11-06T12:00:03']);
    expect(essence(log.replaceAll('T03:', 'T12:')).times).toEqual([
      '2026-11-06T12:00:00',
      '2026-11-06T12:00:03',
    ]);
  });
  it('is not converted if the log was collected much later', () => {
    expect(
      essence(`2026-11-09T01:07:00.120Z ${START}\n2026-11-09T01:07:00.410Z ${FATAL}`).times[1],
    ).toBe('2026-11-09T01:07:00');
  });
});

it('reads three Windows events, newest first, in chronological order', () => {
  const event = (time: string, text: string): string =>
    `TimeCreated : 2026/11/17 7:00:${time}\nMessage     : ${text}\n`;
  const log = [
    event('05', FATAL),
    event(
      '05',
      '2026/11/17 07:00:05 WARNING <command> API request failed: Authentication failed. Please try with valid Api Key.',
    ),
    event('01', START.replace('2026/11/06 12:00:00', '2026/11/17 07:00:01')),
  ].join('\n');
  expect(diagnoseBytes(matcher, log).restart).toBe('by-hand');
});
