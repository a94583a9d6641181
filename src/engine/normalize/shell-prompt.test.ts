import { testSamples } from '../../../tests/step-samples.ts';

testSamples(
  'shell-prompt',
  [
    '$ ps aux | grep agent',
    '[ec2-user@web01 ~]$ sudo systemctl status agent',
    'root@web01:/var/log# tail -n 5 agent.log',
    'PS C:\\Users\\ops> Get-Service agent',
    'C:\\>sc query agent',
    'ubuntu@web01:~$ ',
    'PS C:\\Users\\ops>',
    '~/work/agent',
  ].map((command) => ({
    name: command,
    damaged: `2026/01/02 03:00:00 WARNING <main> gave up: x\n${command}`,
    whole: '2026/01/02 03:00:00 WARNING <main> gave up: x',
    line: 1,
  })),
);
