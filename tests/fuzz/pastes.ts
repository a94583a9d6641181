import fc from 'fast-check';
import assert from 'node:assert/strict';
import { checkConfig } from '../../src/intake/check-config.ts';
import { inspectText } from '../helpers/inspect-text.ts';
import { mishaps, applyMishap } from '../source/mishaps.ts';
import { configuration, outputs } from './toml.ts';
import { target } from './target.ts';
import { settingsOf } from '../helpers/settings-of.ts';
import { content, matcher } from '../helpers/whole-content.ts';

const settings = settingsOf(content);
/**
 * Limit on a report as JSON, in characters. It lists at most a hundred problems, with shortened
 * lines and values.
 */
const MAX_LENGTH = 200_000;

const SECRET = 'kR9dZ2mQv8LpT4wXy7BnC1sFh6JgU3eAo5iW0aN2cQ4z';
/** A placeholder for the line with the key, which is inserted last so that no damage splits it. */
const PLACEHOLDER = '\u{F0000}';
const KEYS = [
  'apikey = "@"',
  "apikey = '@'",
  'apikey="@"',
  'APIKEY = "@"',
  'apikey = @',
  'apikey: @',
  'apikey = “@”',
  'apikey = "@',
  '"apikey" = "@"',
  'apikey = """@"""',
  'apikey = ["@"]',
];

const paste = fc
  .record({
    config: configuration,
    key: fc.constantFrom(...KEYS),
    around: fc.array(fc.constantFrom(...outputs), { maxLength: 2 }),
    list: fc.array(mishaps([...outputs]), { maxLength: 5 }),
  })
  .map(({ config, key, around, list }) => {
    const text = list.reduce(applyMishap, [`${PLACEHOLDER}\n${config}`, ...around].join('\n'));
    return text.replaceAll(PLACEHOLDER, `\n${key.replace('@', SECRET)}\n`);
  });

/**
 * Any configuration file or command output is accepted; the report on it is short and never
 * contains the key.
 */
export const pastes = target(
  'pastes',
  300,
  fc.asyncProperty(paste, async (text) => {
    const report = await inspectText(content, matcher, text);
    const whole = checkConfig(text, 'utf-8', settings, { version: null });
    for (const output of [report.inspections, whole]) {
      const json = JSON.stringify(output);
      assert.ok(json.length <= MAX_LENGTH, 'the report on a paste is too long');
      assert.ok(
        !json.includes(SECRET.slice(0, 12)) && !json.includes(SECRET.slice(-12)),
        'the report contains the API key',
      );
    }
    for (const { line, column, length } of whole.problems) {
      assert.ok(
        line >= 1 && line <= whole.lines && column >= 1 && length >= 1,
        'a problem has no valid position',
      );
    }
  }),
);
