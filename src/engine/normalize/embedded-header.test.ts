import { testSamples } from '../../../tests/helpers/step-samples.ts';

const WHOLE = '2026/01/02 03:00:00 WARNING <main> gave up';
const UNPLUGGED = `${WHOLE}: "no link"`;

testSamples('prefixedHeader', [
  { name: 'an unknown prefix', damaged: `from web01 = ${WHOLE}`, whole: WHOLE },
]);

testSamples('quotedHeader', [
  { name: 'a quoted line', damaged: `web01 sent "${WHOLE}"`, whole: WHOLE },
  { name: 'with words of the reader below', damaged: `web01 sent "${WHOLE}"\nwhy?`, whole: WHOLE },
  {
    name: 'a quoted line with escaped quotation marks',
    damaged: `web01 sent ${JSON.stringify(UNPLUGGED)}`,
    whole: UNPLUGGED,
  },
  {
    name: 'a quoted line that is cut off',
    damaged: `web01 sent ${JSON.stringify(UNPLUGGED).slice(0, -1)}`,
    whole: UNPLUGGED,
  },
]);
