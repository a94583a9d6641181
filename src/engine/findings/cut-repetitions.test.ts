import { describe, expect, it } from 'vitest';
import { diagnose, guide, smallCatalog } from '../../../tests/helpers/small-catalog.ts';
import type { Report } from '../../model/report.ts';

const WHOLE = '03:05:00 WARNING post failed: dial 192.0.2.1:443: connection refused';
const GUIDE = guide('refused', [{ chain: ['..', 'network/refused'], confidence: 'certain' }]);

const read = (...lines: string[]): Report => diagnose(smallCatalog([GUIDE]), lines);
const OPEN = [{ guide: 'refused', state: 'ongoing' }];
const OVER = [{ guide: 'refused', state: 'recovered' }];

describe('a record that is cut off', () => {
  it.each(['post failed: dial 192.0.2.1:443: connec', 'post failed: di', 'post failed: di…'])(
    'repeats the message before it: %s',
    (cut) => {
      const report = read(WHOLE, `03:06:32 WARNING ${cut}`);
      expect(report.answers).toMatchObject(OPEN);
      expect(report.lines).toMatchObject({ problem: 2, explained: 2 });
    },
  );
  it('repeats the only message that begins like it, however often it is cut', () => {
    const cut = ['03:06:32 WARNING post failed: dia', '03:07:40 WARNING post failed: d'];
    expect(read(WHOLE, ...cut).answers).toMatchObject(OPEN);
  });
  it('is a message of its own after a long silence', () => {
    expect(read(WHOLE, '03:30:00 WARNING post failed: di').answers).toMatchObject(OVER);
  });
  it('is a message of its own if the text differs', () => {
    expect(read(WHOLE, '03:06:32 WARNING post failed: qu').answers).toMatchObject(OVER);
  });
  it('is a message of its own if two messages begin like it', () => {
    const other = '03:05:30 WARNING post failed: disk is full';
    expect(read(WHOLE, other, '03:07:30 WARNING post failed: di').answers).toMatchObject(OVER);
  });
});
