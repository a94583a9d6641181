import { testSamples } from '../../../tests/helpers/step-samples.ts';

const whole = '2026/01/02 03:00:00 WARNING <main> gave up';

testSamples('nonstandardHeader', [
  { name: 'a lowercase level', damaged: whole.replace('WARNING', 'warn'), whole },
  { name: 'a level in brackets', damaged: whole.replace('WARNING', '[WARNING]'), whole },
  { name: 'a tag in other brackets', damaged: whole.replace('<main>', '[main]'), whole },
  { name: 'a tag in full-width brackets', damaged: whole.replace('<main>', '＜main＞'), whole },
]);

testSamples('structuredHeader', [
  { name: 'tabs', damaged: '2026/01/02 03:00:00\tWARNING\tmain\tgave up', whole },
  { name: 'a table', damaged: '| 2026/01/02 03:00:00 | WARNING | <main> | gave up |', whole },
  {
    name: 'a JSON object',
    damaged: '{"time":"2026/01/02 03:00:00","level":"warn","logger":"main","message":"gave up"}',
    whole,
  },
]);
