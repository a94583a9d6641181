import { describe, expect, it } from 'vitest';
import { UNKNOWN_DATA, type Reading } from '../../model/report.ts';
import { diagnose, smallCatalog } from '../../../tests/helpers/small-catalog.ts';

const CATALOG = smallCatalog([]);
const START = ['03:00:00 INFO Starting agent version:1.2.3', '03:00:01 INFO Started agent'];
const post = (clock: string) =>
  `${clock} WARNING post failed: dial 192.0.2.1:443: connection refused`;
const checks = (clock: string, answer: string) =>
  `${clock} WARNING checks failed: answer: ${answer}`;
const idle = (clock: string) => `${clock} DEBUG idle`;
const data = (...lines: string[]) => diagnose(CATALOG, lines).data;
const at = (clock: string) => `2026-01-02T${clock}`;
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const minutes = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const [hour = 0, minute = 0] = from.split(':').map(Number);
    const total = hour * 60 + minute + index;
    return post(`${twoDigits(Math.floor(total / 60))}:${twoDigits(total % 60)}:00`);
  });

describe('values', () => {
  it('are safe if nothing was held back, and unknown without a start', () => {
    expect(data(...START)).toEqual({
      state: 'safe',
      from: null,
      to: null,
      deadline: null,
      blindFrom: null,
      blindTo: null,
      outages: 0,
      thrown: null,
      before: null,
      gap: null,
      checks: { state: 'safe', from: null, to: null },
    });
    expect(data(idle('03:00:00')).state).toBe('unknown');
  });
  it('are unknown if the product has no queue, however long the failure lasts', () => {
    const unqueued = {
      ...CATALOG,
      products: CATALOG.products.map(({ delivery: _delivery, ...product }) => product),
    };
    const lines = [...START, ...minutes('03:05:00', 3), '03:30:00 DEBUG idle'];
    const report = diagnose(unqueued, lines);
    expect(report.data).toEqual(UNKNOWN_DATA);
    expect(report.status).toBe('recovered');
  });
  it('are queued until the queue is full, and raise no alerts meanwhile', () => {
    expect(data(...START, post('03:05:00'), post('03:06:00'))).toMatchObject({
      state: 'late',
      from: at('03:05:00'),
      to: null,
      deadline: at('09:05:00'),
      blindFrom: at('03:05:00'),
      blindTo: null,
    });
  });
  it('arrive late until the first success in the log', () => {
    expect(
      data(...START, post('03:05:00'), post('03:06:00'), '03:06:40 DEBUG posted'),
    ).toMatchObject({
      state: 'late',
      from: at('03:05:00'),
      to: at('03:06:40'),
      deadline: null,
      blindFrom: null,
    });
  });
  it('arrive late until the last failure before a silence', () => {
    expect(data(...START, ...minutes('03:05', 31), idle('04:00:00'))).toMatchObject({
      state: 'late',
      from: at('03:05:00'),
      to: at('03:35:00'),
      blindFrom: at('03:05:00'),
      blindTo: at('03:15:00'),
    });
  });
  it('are lost once the queue is full', () => {
    expect(data(...START, ...minutes('03:05', 7 * 60), idle('11:00:00'))).toMatchObject({
      state: 'lost',
      from: at('09:05:00'),
      to: at('10:04:00'),
      outages: 1,
    });
  });
  it('are not nameInText late if they did not fit into the queue', () => {
    expect(data(...START, ...minutes('03:05', 7 * 60), idle('11:00:00'))).toMatchObject({
      blindFrom: at('03:05:00'),
      blindTo: at('09:05:00'),
    });
  });
  it('are not lost in two short outages on two days', () => {
    expect(
      data(
        ...START,
        post('03:05:00'),
        post('03:06:00'),
        `03 ${post('05:00:00')}`,
        `03 ${idle('06:00:00')}`,
      ),
    ).toMatchObject({ state: 'late', from: at('03:05:00'), to: at('03:06:00'), outages: 2 });
  });
  it('are held back in one outage if an attempt timed out', () => {
    expect(data(...START, post('03:05:00'), post('03:06:50'))).toMatchObject({
      from: at('03:05:00'),
      deadline: at('09:05:00'),
      outages: 1,
    });
  });
  it('are lost if the agent restarts while they are queued', () => {
    const restart = [
      '03:07:00 INFO Stopping agent',
      '03:07:02 INFO Starting agent version:1.2.3',
      '03:07:03 INFO Started agent',
    ];
    expect(
      data(...START, post('03:05:00'), post('03:06:30'), ...restart, idle('03:30:00')),
    ).toMatchObject({ state: 'lost', from: at('03:05:00'), to: at('03:07:02') });
    expect(
      data(...START, post('03:05:00'), post('03:06:30'), ...restart, post('03:08:00')),
    ).toMatchObject({
      state: 'late',
      from: at('03:08:00'),
      deadline: at('09:08:00'),
      before: { state: 'lost', from: at('03:05:00'), to: at('03:07:02') },
    });
  });
  it('are not lost if the agent restarts after they were sent', () => {
    const restarted = (clock: string): string[] => [
      `${clock}:00 INFO Starting agent version:1.2.3`,
      `${clock}:01 INFO Started agent`,
    ];
    expect(
      data(...START, post('03:05:00'), '03:19:58 INFO Stopping agent', ...restarted('03:20')),
    ).toMatchObject({ state: 'late', to: at('03:05:00') });
    // Without a request to stop, the machine may have lost power right after the failure.
    expect(data(...START, post('03:05:00'), ...restarted('03:20'))).toMatchObject({
      state: 'lost',
      from: at('03:05:00'),
    });
    expect(data(...START, post('03:05:00'), ...restarted('05:20'))).toMatchObject({
      state: 'late',
      to: at('03:05:00'),
    });
  });
  it('are unknown in a log of several hosts', () => {
    expect(
      data(
        '03:00:00 INFO Starting agent version:1.2.3',
        '03:00:01 INFO Started agent on a',
        post('03:05:00'),
        '03:06:00 INFO Starting agent version:1.2.3',
        '03:06:01 INFO Started agent on b',
      ),
    ).toMatchObject({ state: 'unknown', from: null });
  });
  it('are lost if the log ends with a stop or a fault while they are queued', () => {
    expect(data(...START, post('03:05:00'), '03:05:30 INFO Stopping agent')).toMatchObject({
      state: 'lost',
      from: at('03:05:00'),
      to: at('03:05:30'),
      deadline: null,
    });
    expect(data(...START, post('03:05:00'), 'start failed: x')).toMatchObject({
      state: 'lost',
      from: at('03:05:00'),
      to: null,
      deadline: null,
    });
  });
  it('have no deadline in a log without times', () => {
    expect(data('WARNING post failed: x', 'WARNING post failed: x')).toMatchObject({
      from: null,
      deadline: null,
    });
  });
});

describe('results of checks', () => {
  it('are lost if they no longer fit into the queue, which keeps the newest ones', () => {
    const failed = Array.from({ length: 8 * 60 }, (_, index) =>
      checks(
        `${twoDigits(3 + Math.floor(index / 60))}:${twoDigits(index % 60)}:00`,
        '503 Service Unavailable',
      ),
    );
    expect(data(...START, ...failed).checks).toEqual({
      state: 'lost',
      from: at('03:00:00'),
      to: at('04:59:00'),
    });
  });
});

describe('values during downtime', () => {
  const failed = 'start failed: x';
  const starting = (clock: string) => `${clock} INFO Starting agent version:1.2.3`;
  const started = (clock: string, id = '') => `${clock} INFO Started agent${id && ` on ${id}`}`;

  it('are lost from a failed start to the successful one', () => {
    expect(
      data(
        starting('03:00:00'),
        '03:00:57 WARNING hiccup: x',
        failed,
        starting('03:00:58'),
        failed,
        starting('03:40:00'),
        started('03:40:02'),
      ),
    ).toMatchObject({
      state: 'lost',
      from: at('03:00:00'),
      to: at('03:40:02'),
      gap: { from: at('03:00:00'), to: at('03:40:02') },
    });
  });
  it('are lost from a stop to the next start unless that is quick', () => {
    expect(
      data(...START, '04:00:00 INFO Stopping agent', starting('05:00:00'), started('05:00:01')).gap,
    ).toEqual({ from: at('04:00:00'), to: at('05:00:01') });
    expect(
      data(...START, '04:00:00 INFO Stopping agent', starting('04:00:05'), started('04:00:06')),
    ).toMatchObject({ state: 'safe', gap: null });
  });
  it('are reported together with an outage', () => {
    expect(
      data(
        ...START,
        post('03:05:00'),
        '03:06:00 DEBUG posted',
        '04:00:00 INFO Stopping agent',
        starting('05:00:00'),
        started('05:00:01'),
      ),
    ).toMatchObject({ state: 'late', to: at('03:06:00'), gap: { from: at('04:00:00') } });
  });
  it('are not guessed after an exit at an unknown time, nor across two hosts', () => {
    expect(data(...START, failed)).toMatchObject({ state: 'lost', from: null, to: null });
    expect(
      data(...START, failed, '09:00:00 WARNING restarting', starting('09:00:00')),
    ).toMatchObject({ state: 'lost', from: at('09:00:00') });
    expect(
      data(
        starting('03:00:00'),
        started('03:00:01', 'a'),
        '04:00:00 INFO Stopping agent',
        starting('05:00:00'),
        started('05:00:01', 'b'),
      ).gap,
    ).toBe(null);
  });
});

describe('discarded values', () => {
  const gaveUp = (clock: string) => `${clock} ERROR gave up`;
  it('are lost, whatever happens to values that were not discarded', () => {
    expect(data(...START, post('03:05:00'), gaveUp('04:29:00'))).toMatchObject({
      state: 'lost',
      from: null,
      to: null,
      deadline: null,
      thrown: { from: at('04:29:00'), to: at('04:29:00') },
    });
    expect(data(...START, gaveUp('04:29:00'), post('05:05:00'), gaveUp('05:10:00'))).toMatchObject({
      state: 'lost',
      thrown: { from: at('04:29:00'), to: at('05:10:00') },
    });
  });
});

describe('results of checks', () => {
  it('are queued while Mackerel cannot answer, and lost if it rejects them', () => {
    const run = ['03:00:00 INFO Starting agent version:0.87.0', '03:00:01 INFO Started agent'];
    expect(data(...run, checks('03:05:00', '503 Service Unavailable')).checks).toEqual({
      state: 'late',
      from: at('03:05:00'),
      to: null,
    });
    expect(data(...run, checks('03:05:00', '403 Forbidden')).checks).toEqual({
      state: 'lost',
      from: at('03:05:00'),
      to: null,
    });
    expect(data(...run, checks('03:05:00', '403 Forbidden'), idle('04:00:00')).checks).toEqual({
      state: 'lost',
      from: at('03:05:00'),
      to: at('03:05:00'),
    });
  });
  it('are unknown if the log does not contain the status', () => {
    expect(data(...START, checks('03:05:00', 'a sentence')).checks).toEqual({
      state: 'unknown',
      from: at('03:05:00'),
      to: null,
    });
  });
  it('are judged line by line if the log contains the status', () => {
    const run = [
      '03:00:00 INFO Starting agent version:0.50.0',
      checks('03:05:00', 'status: 503'),
      checks('03:05:30', 'status: 403'),
    ];
    expect(data(...run).checks).toEqual({ state: 'lost', from: at('03:05:30'), to: null });
  });
  it('do not affect the values', () => {
    expect(data(...START, checks('03:05:00', '403 Forbidden')).state).toBe('safe');
  });
});

describe('the time zone', () => {
  const asks = (reading: Reading | undefined, lines: string[]) =>
    diagnose(CATALOG, lines, reading).missing.includes('log-zone');
  const read = (utc: string, offset: number): Reading => ({ now: Date.parse(utc), offset });
  it('is asked for if the log would be fresh in UTC', () => {
    const fresh = [...START, idle('13:41:00')];
    expect(asks(read('2026-01-02T13:45:00Z', 540), fresh)).toBe(true);
    expect(asks(read('2026-01-02T14:30:00Z', 540), fresh)).toBe(true);
    expect(asks(read('2026-01-02T18:00:00Z', 540), fresh)).toBe(false);
    expect(asks(read('2026-01-02T04:45:00Z', 540), fresh)).toBe(false);
    expect(asks(read('2026-01-02T13:45:00Z', 0), fresh)).toBe(false);
    expect(asks(undefined, fresh)).toBe(false);
  });
});
