import { testSamples } from './step-samples.ts';

testSamples('truncated-line', [
  {
    name: 'a header whose message is on the next line',
    damaged: '2026/01/02 03:00:00 WARNING <main>\ngave up',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
  },
  {
    name: 'the start of a sentence',
    damaged: '2026/01/02 03:00:00 WARNING <main> gave up\n\nStarting agent versi\non:1.2',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up\nStarting agent version:1.2',
    line: 2,
  },
]);
