import { expect, it } from 'vitest';
import { diagnose, entry, smallCatalog } from '../../../tests/helpers/small-catalog.ts';
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

it.each(['The agent said "%".', 'ログに「%」と出ました'])(
  'reads a fault below a harmless message: %s',
  (sentence) => {
    const checked = entry('agent/checked', 'the agent ran the check {name:text}', {
      role: 'harmless',
    });
    const lost = entry('agent/lost', 'the agent lost the results of {name:text}');
    const lines = [
      'the agent ran the check disk',
      sentence.replace('%', 'the agent lost the results of disk'),
    ];
    expect(diagnose(smallCatalog([], [checked, lost]), lines).findings).toMatchObject([
      { chain: [{ entry: 'agent/checked' }], lines: [1] },
      { chain: [{ entry: 'agent/lost' }], lines: [2] },
    ]);
  },
);
