import { testSamples } from '../../../tests/helpers/step-samples.ts';

const BEFORE = '2026/01/02 03:00:00 INFO <main> posted';

testSamples('crashOutput', [
  {
    name: 'a crash below a message that is no problem',
    damaged: `${BEFORE}\ncrash: unknown\n  at main\nbecause gave up\n  at load`,
    whole: `${BEFORE}\n\ngave up`,
    line: 1,
  },
]);
