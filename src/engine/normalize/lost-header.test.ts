import { testSamples } from '../../../tests/step-samples.ts';

const WHOLE = 'start failed: dial 192.0.2.1:443: connection refused';

testSamples('lost-header', [
  { name: 'the line number of an editor', damaged: `12| ${WHOLE}`, whole: WHOLE },
  { name: 'a line number with a letter', damaged: `L12 ${WHOLE}`, whole: WHOLE },
]);
