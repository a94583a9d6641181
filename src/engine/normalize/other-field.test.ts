import { testSamples } from '../../../tests/helpers/step-samples.ts';

testSamples('otherField', [
  {
    name: 'the fields of a list around the message',
    damaged: [
      'TimeCreated  : 1/2/2026 3:00:00 AM',
      'Message      : 2026/01/02 03:00:00 WARNING <main> gave up',
      'Id           : 1',
      'ProviderName : agent',
    ].join('\n'),
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
    line: 2,
  },
  {
    name: 'a value that goes on below',
    damaged: [
      'Message      : 2026/01/02 03:00:00 WARNING <main> gave up',
      '               : later',
      'Id           : 1',
    ].join('\n'),
    whole: '2026/01/02 03:00:00 WARNING <main> gave up\n               : later',
    line: 2,
  },
]);
