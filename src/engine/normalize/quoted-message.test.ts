import { testSamples } from '../../../tests/helpers/step-samples.ts';

const WHOLE = 'start failed: dial 192.0.2.1:443: connection refused';

testSamples('quotedMessage', [
  {
    name: 'in an English sentence',
    damaged: `Since today the log says "${WHOLE}", what is that?`,
    whole: WHOLE,
  },
  { name: 'in a Japanese sentence', damaged: `ログに「${WHOLE}」と出ています。`, whole: WHOLE },
  { name: 'after a Japanese colon', damaged: `ログに出ています：${WHOLE}`, whole: WHOLE },
  {
    name: 'between Japanese words',
    damaged: `今朝からずっと ${WHOLE} が出ています。`,
    whole: WHOLE,
  },
  {
    name: 'over two lines',
    damaged: `Since today the log says "start failed: dial 192.0.2.1:443:\nconnection refused" again.`,
    whole: 'start failed: dial 192.0.2.1:443:\nconnection refused',
  },
  {
    name: 'with its marks doubled, as in YAML',
    damaged: "It says 'start failed: dial ''proxy'': connection refused'.",
    whole: "start failed: dial 'proxy': connection refused",
  },
  {
    name: 'which reports no fault',
    damaged: 'It says "Starting agent version:1.2".',
    whole: 'Starting agent version:1.2',
  },
]);
