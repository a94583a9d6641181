import { testSamples } from '../../../tests/step-samples.ts';

const CUT = 'post failed: certificate expired: current ti';

testSamples('cut-header', [
  { name: 'the end of a header', damaged: `:19 UTC [7] a@b ERROR:  ${CUT}`, whole: CUT },
  { name: 'the end of a level, and a tag', damaged: `NING <main> ${CUT}`, whole: CUT },
  { name: 'a tag alone', damaged: `<main> ${CUT}`, whole: CUT },
  { name: 'a level in brackets', damaged: `:19 [ERROR] ${CUT}`, whole: CUT },
]);
