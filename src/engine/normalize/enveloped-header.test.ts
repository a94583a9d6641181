import { testSamples } from '../../../tests/step-samples.ts';

testSamples('enveloped-header', [
  {
    name: 'a program in front',
    damaged: 'agentd: 2026/01/02 03:00:00 WARNING <main> gave up',
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
  },
  {
    name: 'a line of JSON',
    damaged: JSON.stringify({ log: '2026/01/02 03:00:00 WARNING <main> gave up\n' }),
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
  },
]);
