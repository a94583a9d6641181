import { testSamples } from '../../../tests/step-samples.ts';

const WHOLE = '2026/01/02 03:00:00 WARNING <main> gave up';

testSamples(
  'between-lines',
  ['ito  10:43 AM', '伊藤 09:05', '[10:43] ito: why?', 'shop-web-1 exited with code 137'].map(
    (line) => ({ name: line, damaged: `${WHOLE}\n${line}\nwhy?`, whole: WHOLE, line: 1 }),
  ),
);
