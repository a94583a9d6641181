import { testSamples } from '../../../tests/step-samples.ts';

testSamples('color-codes', [
  {
    name: 'without the escape character',
    damaged: '2026/01/02 03:00:00 [31mWARNING[0m <main> post failed: dial db: connection refused',
    whole: '2026/01/02 03:00:00 WARNING <main> post failed: dial db: connection refused',
  },
  {
    name: 'with the escape character spelled out by a pager',
    damaged: '2026/01/02 03:00:00 ESC[33mWARNING ESC[m<main> gave up',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
  },
]);
