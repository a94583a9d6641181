import { testSamples } from '../../../tests/step-samples.ts';

testSamples('formatting-mistake', [
  {
    name: 'a text where a number belongs',
    damaged: '2026/01/02 03:00:00 WARNING <main> start failed: status: %!d(string=403 Forbidden)',
    whole: '2026/01/02 03:00:00 WARNING <main> start failed: status: 403',
  },
]);
