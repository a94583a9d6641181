import { testSamples } from '../../../tests/helpers/step-samples.ts';

const WHOLE = '2026/01/02 03:00:00 WARNING <main> gave up';

testSamples(
  'betweenLines',
  [
    'ito  10:43 AM',
    '伊藤 09:05',
    '[10:43] ito: why?',
    'shop-web-1 exited with code 137',
    '$ ps aux | grep agent',
    '[ec2-user@web01 ~]$ sudo systemctl status agent',
    'root@web01:/var/log# tail -n 5 agent.log',
    'PS C:\\Users\\ops> Get-Service agent',
    'C:\\>sc query agent',
    'ubuntu@web01:~$ ',
    'PS C:\\Users\\ops>',
    '~/src/agent',
  ].map((line) => ({ name: line, damaged: `${WHOLE}\n${line}\nwhy?`, whole: WHOLE, line: 1 })),
);
