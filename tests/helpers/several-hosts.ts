/** Logs of hosts, and what makes them one log of several hosts. */

export const START =
  '2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com\n';

export const REFUSED = `${START}2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden
command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API request failed: 403 Forbidden
`;

/** Put the header of a journal in front of each line of a host's log. */
export const on = (host: string, log: string): string =>
  log.replaceAll(/^(?=.)/gm, `Mar  2 04:12:09 ${host} mackerel-agent[7]: `);
