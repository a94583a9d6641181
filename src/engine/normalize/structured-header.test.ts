import { testSamples } from '../../../tests/step-samples.ts';

const whole = '2026/01/02 03:00:00 WARNING <main> gave up';

testSamples('structured-header', [
  { name: 'tabs', damaged: '2026/01/02 03:00:00\tWARNING\tmain\tgave up', whole },
  {
    name: 'a table',
    damaged: '| 2026/01/02 03:00:00 | WARNING | <main> | gave up |',
    whole,
  },
  {
    name: 'pairs',
    damaged: 'time="2026/01/02 03:00:00" level=warning logger=main msg="gave up"',
    whole,
  },
  {
    name: 'a JSON object',
    damaged: '{"time":"2026/01/02 03:00:00","level":"warn","logger":"main","message":"gave up"}',
    whole,
  },
]);
