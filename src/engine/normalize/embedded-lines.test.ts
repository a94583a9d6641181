import { testSamples } from '../../../tests/helpers/step-samples.ts';

const whole =
  '2026/01/02 03:00:00 WARNING <main> gave up\n2026/01/02 03:00:01 WARNING <main> child ended';

testSamples('embeddedLines', [
  { name: 'HTML', damaged: whole.replace('\n', '<br />'), whole },
  { name: 'rsyslog', damaged: whole.replace('\n', '#012'), whole },
  { name: 'a written line break', damaged: whole.replace('\n', '\\n'), whole },
]);

const WARNING = '2026/01/02 03:00:00 WARNING <main> gave up';

testSamples('colorCodes', [
  {
    name: 'without the escape character',
    damaged: '2026/01/02 03:00:00 [31mWARNING[0m <main> post failed: dial db: connection refused',
    whole: '2026/01/02 03:00:00 WARNING <main> post failed: dial db: connection refused',
  },
  {
    name: 'with the escape character spelled out by a pager',
    damaged: '2026/01/02 03:00:00 ESC[33mWARNING ESC[m<main> gave up',
    whole: WARNING,
  },
]);

const UNPLUGGED = '2026/01/02 03:00:00 WARNING <main> gave up: "no link"';

testSamples('jsonStrings', [
  { name: 'a string', damaged: JSON.stringify(whole), whole },
  {
    name: 'an unknown field',
    damaged: JSON.stringify({ stdout: `hello\n${WARNING}` }),
    whole: `hello\n${WARNING}`,
  },
  { name: 'a list of objects', damaged: JSON.stringify([{ text: WARNING }]), whole: WARNING },
  {
    name: 'a part that begins at a field',
    damaged: '"rc": 1, "stderr": "hello\\nstart failed: no such file", "stderr_lines": [',
    whole: 'hello\nstart failed: no such file',
  },
  {
    name: 'a list of lines',
    damaged: `[\n  ${JSON.stringify(UNPLUGGED)},\n]`,
    whole: UNPLUGGED,
    line: 1,
  },
  { name: 'a list of YAML', damaged: `- "${WARNING}"\n  "stream": "stderr",`, whole: WARNING },
  {
    name: 'a field of YAML with escaped quotation marks',
    damaged: `text: ${JSON.stringify(UNPLUGGED)}\nlevel: high`,
    whole: UNPLUGGED,
  },
  {
    name: 'a string that is cut off',
    damaged: `text: ${JSON.stringify(UNPLUGGED).slice(0, -1)}`,
    whole: UNPLUGGED,
  },
  {
    name: 'a line of JSON after a message',
    damaged: `"message": "${WARNING}",\n  "stream": "stderr",`,
    whole: WARNING,
    line: 1,
  },
]);
