import { testSamples } from '../../../tests/helpers/step-samples.ts';

testSamples('truncatedStart', [
  {
    name: 'within the first sentence',
    damaged: 'rting agent version:1.2\n2026/01/02 03:00:00 WARNING <main> gave up',
    whole: 'Starting agent version:1.2\n2026/01/02 03:00:00 WARNING <main> gave up',
  },
]);
