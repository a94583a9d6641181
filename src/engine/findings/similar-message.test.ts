import { expect, describe, it } from 'vitest';
import { entry, smallCatalog } from '../../../tests/helpers/small-catalog.ts';
import { compile } from '../products/matcher.ts';
import { findSimilarMessage } from './similar-message.ts';

/** A word counts by its rarity, so there must be many messages that lack it. */
const OTHERS = Array.from({ length: 200 }, (_, index) =>
  entry(`agent/other-${index}`, `the weather of town${index} may change to rain${index} today`),
);
const matcher = compile(
  smallCatalog(
    [],
    [
      entry('agent/post-retry', 'Failed to post metrics value (will retry): {cause}'),
      entry(
        'agent/pidfile-found',
        'pidfile found, try stopping another running mackerel-agent or delete {path}',
      ),
      ...OTHERS,
    ],
  ),
);

describe('the words that differ', () => {
  it.each([
    [
      'Failed to post metrics data (will retry): EOF',
      'agent/post-retry',
      [{ known: 'value', found: 'data' }],
    ],
    [
      'Failed to post the metrics value (will retry): EOF',
      'agent/post-retry',
      [{ known: '', found: 'the' }],
    ],
    [
      'Failed to post metrics (will retry): EOF',
      'agent/post-retry',
      [{ known: 'value', found: '' }],
    ],
    [
      'pidfile exists, try stopping another running mackerel-agent or remove /var/run/x.pid',
      'agent/pidfile-found',
      [
        { known: 'found', found: 'exists' },
        { known: 'delete', found: 'remove' },
      ],
    ],
  ])('%s', (line, entry, differs) =>
    expect(findSimilarMessage(matcher, line)).toMatchObject({ entry, differs }),
  );

  it('are at most two, in a message of enough words', () => {
    expect(
      findSimilarMessage(
        matcher,
        'pidfile exists, please stop another running mackerel-agent or remove /var/run/x.pid',
      ),
    ).toBeNull();
    expect(findSimilarMessage(matcher, 'API call failed')).toBeNull();
  });
  it('do not include punctuation', () => {
    expect(
      findSimilarMessage(
        matcher,
        'Pidfile found; try stopping another running mackerel-agent, or delete /var/run/x.pid',
      ),
    ).toMatchObject({ entry: 'agent/pidfile-found', differs: [] });
  });
  it('are not searched for in an empty or a very long line', () => {
    expect(findSimilarMessage(matcher, '')).toBeNull();
    expect(findSimilarMessage(matcher, 'failed to post metrics '.repeat(10_000))).toBeNull();
  });
});
