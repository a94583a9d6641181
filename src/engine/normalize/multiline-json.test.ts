import { testSamples } from '../../../tests/step-samples.ts';

testSamples('multiline-json', [
  {
    name: 'a list of lines',
    damaged: '[\n  "2026/01/02 03:00:00 WARNING <main> gave up",\n]',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
    line: 1,
  },
  {
    name: 'a line without a message, after one',
    damaged: '- "2026/01/02 03:00:00 WARNING <main> gave up"\n  "stream": "stderr",',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
    line: 1,
  },
]);
