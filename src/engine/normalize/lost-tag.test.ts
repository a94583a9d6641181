import { testSamples } from '../../../tests/step-samples.ts';

testSamples('lost-tag', [
  {
    name: 'after an unknown prefix',
    damaged: 'from web01 = 2026/01/02 03:00:00 WARNING gave up',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
  },
]);
