/** Test fixtures: the start of a log, a configuration, and outputs of commands. */
export const LOG_START = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.72.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 INFO <command> Start: apibase = https://api.mackerelio.com, hostName = web01, hostID = 3xFAjdWpSBu
`;
export const CONFIG = `apikey = "k"\nroles = ["a:b"]\n\n[plugin.checks.web]\ncommand = "check-http"\n`;
export const DF = `Filesystem     1024-blocks    Used Available Capacity Mounted on
/dev/nvme0n1p1    20509264 9876540   9567896      51% /
tmpfs               508888       0    508888       0% /dev/shm
/dev/mapper/vg-data  1048576  900000    100000      90% /srv/my data
`;
