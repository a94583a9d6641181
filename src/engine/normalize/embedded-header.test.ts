import { testSamples } from '../../../tests/step-samples.ts';

const WHOLE = '2026/01/02 03:00:00 WARNING <main> gave up';

testSamples('prefixedHeader', [
  { name: 'an unknown prefix', damaged: `from web01 = ${WHOLE}`, whole: WHOLE },
]);

testSamples('quotedHeader', [
  { name: 'a quoted line', damaged: `web01 sent "${WHOLE}"`, whole: WHOLE },
  { name: 'with words of the reader below', damaged: `web01 sent "${WHOLE}"\nwhy?`, whole: WHOLE },
]);
