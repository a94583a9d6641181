import { testSamples } from '../../../tests/step-samples.ts';

const WHOLE = '2026/01/02 03:00:00 WARNING <main> gave up';
const UNPLUGGED = '2026/01/02 03:00:00 WARNING <main> gave up: "no link"';

testSamples('quoted-header', [
  { name: 'a quoted line', damaged: `web01 sent "${WHOLE}"`, whole: WHOLE },
  { name: 'with words of the reader below', damaged: `web01 sent "${WHOLE}"\nwhy?`, whole: WHOLE },
  {
    name: 'a string of YAML whose marks are escaped',
    damaged: `text: ${JSON.stringify(UNPLUGGED)}\nlevel: high`,
    whole: UNPLUGGED,
  },
  {
    name: 'a string that is cut off',
    damaged: `text: ${JSON.stringify(UNPLUGGED).slice(0, -1)}`,
    whole: UNPLUGGED,
  },
]);
