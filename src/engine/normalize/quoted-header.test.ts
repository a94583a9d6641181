import { testSamples } from '../../../tests/step-samples.ts';

const WHOLE = '2026/01/02 03:00:00 WARNING <main> gave up';

testSamples('quoted-header', [
  { name: 'a quoted line', damaged: `web01 sent "${WHOLE}"`, whole: WHOLE },
]);
