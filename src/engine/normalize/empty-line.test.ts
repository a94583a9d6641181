import { testSamples } from '../../../tests/helpers/step-samples.ts';

const WRAPPED = 'start failed: dial 192.0.2.1:443:\nconnection refused';

testSamples('emptyLine', [
  { name: 'an empty line', damaged: `${WRAPPED}\n\nwhy?`, whole: WRAPPED, line: 2 },
  { name: 'the end of a code block', damaged: `${WRAPPED}\n\`\`\``, whole: WRAPPED, line: 2 },
  { name: 'its start', damaged: `\`\`\`console\n${WRAPPED}\n~~~`, whole: WRAPPED },
]);
