import { expect, it } from 'vitest';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { buildSettings } from '../compiler/index.ts';
import { checkConfig } from './check-config.ts';

const settings = buildSettings(openSampleContent())['mackerel-agent'];
const corrected = (text: string): (string | null)[] =>
  settings
    ? checkConfig(`apikey = "k"\n${text}`, 'utf-8', settings, { version: null }).problems.map(
        ({ write }) => write,
      )
    : [];

it.each([
  ['roles = "shop:web"', 'roles = ["shop:web"]'],
  ['verbose = "true"', 'verbose = true'],
  ['[plugin.checks.a]\ncommand = "a"\nmax_check_attempts = "3"', 'max_check_attempts = 3'],
  ['[plugin.checks.a]\ncommand = "a"\nenv = { PORT = 80 }', 'env = { PORT = "80" }'],
  [
    '[plugin.checks.a]\ncommand = "a"\nnotification_interval = "5m" # often',
    'notification_interval = 10 # often',
  ],
  [
    '[plugin.checks.a]\ncommand = ["a", "-w", 30, "-c", 14]',
    'command = ["a", "-w", "30", "-c", "14"]',
  ],
])('%s is corrected', (written, write) => expect(corrected(written)).toEqual([write]));

it.each([
  'verbose = "yes"',
  'roles = 3',
  '[plugin.checks.a]\ncommand = "a"\nmax_check_attempts = "three"',
  '[plugin.checks.a]\ncommand = ["a", ["b"]]',
])('%s is not corrected', (written) => expect(corrected(written)).toEqual([null]));
