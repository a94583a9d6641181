import { testSamples } from '../../../tests/step-samples.ts';

testSamples('prefixed-header', [
  {
    name: 'an unknown prefix',
    damaged: 'from web01 = 2026/01/02 03:00:00 WARNING <main> gave up',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
  },
]);
