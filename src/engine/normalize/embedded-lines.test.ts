import { testSamples } from '../../../tests/step-samples.ts';

const whole =
  '2026/01/02 03:00:00 WARNING <main> gave up\n2026/01/02 03:00:01 WARNING <main> child ended';

testSamples('embedded-lines', [
  { name: 'HTML', damaged: whole.replace('\n', '<br />'), whole },
  { name: 'rsyslog', damaged: whole.replace('\n', '#012'), whole },
  { name: 'a JSON string', damaged: JSON.stringify(whole), whole },
  { name: 'a written line break', damaged: whole.replace('\n', '\\n'), whole },
]);
