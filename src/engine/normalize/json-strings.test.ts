import { testSamples } from '../../../tests/step-samples.ts';

testSamples('json-strings', [
  {
    name: 'an unknown field',
    damaged: JSON.stringify({ stdout: 'hello\n2026/01/02 03:00:00 WARNING <main> gave up' }),
    whole: 'hello\n2026/01/02 03:00:00 WARNING <main> gave up',
  },
  {
    name: 'a list of objects',
    damaged: JSON.stringify([{ text: '2026/01/02 03:00:00 WARNING <main> gave up' }]),
    whole: '2026/01/02 03:00:00 WARNING <main> gave up',
  },
  {
    name: 'a part that begins at a field',
    damaged: '"rc": 1, "stderr": "hello\\nstart failed: no such file", "stderr_lines": [',
    whole: 'hello\nstart failed: no such file',
  },
]);
