import { testSamples } from './step-samples.ts';

const WHOLE = 'start failed: dial 192.0.2.1:443: connection refused';

testSamples('quoted-message', [
  {
    name: 'in an English sentence',
    damaged: `Since today the log says "${WHOLE}", what is that?`,
    whole: WHOLE,
  },
  { name: 'in a Japanese sentence', damaged: `ログに「${WHOLE}」と出ています。`, whole: WHOLE },
  { name: 'after a Japanese colon', damaged: `ログに出ています：${WHOLE}`, whole: WHOLE },
  {
    name: 'which reports no fault',
    damaged: 'It says "Starting agent version:1.2".',
    whole: 'Starting agent version:1.2',
  },
]);
