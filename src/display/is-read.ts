/** What stands in a command that prints lines of the agent, or something else that the analyzer knows. */
const READ = [
  'journalctl -u mackerel-agent',
  "ProviderName='mackerel-agent'",
  '/mackerel-agent.log',
  'docker logs',
  'kubectl logs',
  ...['once', 'configtest', 'version'].flatMap((command) => [
    `mackerel-agent ${command}`,
    `mackerel-agent.exe' ${command}`,
  ]),
  'systemctl status mackerel-agent',
  'Get-Service mackerel-agent',
  'df -Pkl',
  String.raw`-w '\n%{http_code}\n'`,
];

/** Whether what a command prints can be pasted into the analyzer, which reads it. */
export function isRead(command: string): boolean {
  return READ.some((piece) => command.includes(piece));
}
