import { testSamples } from '../../../tests/helpers/step-samples.ts';

testSamples('knownContinuation', [
  {
    name: 'a line of a trace that would be a message by itself',
    damaged: '2026/01/02 03:00:00 WARNING <main> gave up\n| Started agent',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
    line: 1,
  },
  {
    name: 'a line of details, which has a header',
    damaged: '2026/01/02 03:00:00 WARNING gave up\n2026/01/02 03:00:00 HINT Started agent',
    whole: '2026/01/02 03:00:00 WARNING gave up',
    line: 1,
  },
]);
