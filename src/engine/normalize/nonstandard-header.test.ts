import { testSamples } from '../../../tests/step-samples.ts';

const whole = '2026/01/02 03:00:00 WARNING <main> gave up';

testSamples('nonstandard-header', [
  { name: 'a lowercase level', damaged: whole.replace('WARNING', 'warn'), whole },
  { name: 'a level in brackets', damaged: whole.replace('WARNING', '[WARNING]'), whole },
  { name: 'a tag in other brackets', damaged: whole.replace('<main>', '[main]'), whole },
  { name: 'a tag in full-width brackets', damaged: whole.replace('<main>', '＜main＞'), whole },
]);
