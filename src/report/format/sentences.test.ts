import { expect, it } from 'vitest';
import { joinSentences } from './sentences.ts';

it('ends the words of another program before the next sentence', () => {
  expect(joinSentences(['It is no JSON: unexpected end', 'Another plugin failed.'], 'en')).toBe(
    'It is no JSON: unexpected end. Another plugin failed.',
  );
  expect(joinSentences(['正しいJSONではありません：EOF', '終了しました。'], 'ja')).toBe(
    '正しいJSONではありません：EOF。終了しました。',
  );
  expect(joinSentences(['The steps are:', 'Look at the port'], 'en')).toBe(
    'The steps are: Look at the port',
  );
});
