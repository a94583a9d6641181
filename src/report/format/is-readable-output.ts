/** Text that occurs only in commands whose output the analyzer can read. */
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

/** Return whether the analyzer can read a command's output. */
export function isReadableOutput(command: string): boolean {
  return READ.some((piece) => command.includes(piece));
}
