import { testSamples } from '../../../tests/helpers/step-samples.ts';

const WHOLE = '2026/01/02 03:00:00 WARNING <main> gave up';

testSamples('leadingHeader', [
  { name: 'a program in front', damaged: `agentd: ${WHOLE}`, whole: WHOLE },
  { name: 'a line of JSON', damaged: JSON.stringify({ log: `${WHOLE}\n` }), whole: WHOLE },
]);
