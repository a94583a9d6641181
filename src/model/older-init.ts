/**
 * Text that only a system without systemd prints, or that people write about such a system. BSD and
 * OpenRC have the command `service` as well.
 */
const SIGNS = [
  /\/etc\/(?:rc\.d\/)?init\.d\/\w|\b(?:chkconfig|initctl|update-rc\.d) |\b(?:SysV(?: ?init)?|sysvinit|[Uu]pstart)\b/,
  // The result of a start script: `Starting example:      [  OK  ]`.
  /^[ *]*(?:Starting|Stopping|Restarting|Shutting down) [\w-]+:? *(?:\[ *(?:OK|FAILED|fail)\b|failed!)/m,
  /\S ?を(?:起動|停止)中: *\[/,
  /\bdead but (?:pid file exists|subsys locked)\b/,
  /\b(?:CentOS|RHEL|Red Hat Enterprise Linux|Scientific Linux|Oracle Linux)(?: Linux)?(?: Server)?(?: release)? ?[56](?:\.\d+)?\b/,
  /\bAmazon Linux (?:AMI|1)(?!\d)|\bamzn1\b|\.el[56]\.(?:noarch|x86_64|i[3-6]86)\b/,
  /\b(?:Free|Net|Open)BSD\b|\bAlpine Linux\b|\bOpenRC\b|\brc-(?:service|update) /,
  /\bUbuntu 1[024]\.04|\bDebian(?: GNU\/Linux)? [67]\b/,
];

const SYSTEMD = /\b(?:systemd|systemctl|journalctl)\b/;

const OF_SYSTEMD =
  /\bsystemctl (start|stop|restart|reload|status) ([\w@.-]+?)(?:\.service)?(?= |;|$)/gm;

/** Return whether a text shows that services are managed by start scripts instead of systemd. */
export function usesStartScripts(text: string): boolean {
  return !SYSTEMD.test(text) && SIGNS.some((sign) => sign.test(text));
}

/** A command that reads a service's messages from the journal, without the pipe after it. */
const OF_JOURNAL = /(?:sudo )?journalctl -u [^|;&\n]*[^|;&\s]/g;

/**
 * Write a command for systemd as one for a system with start scripts. `readLog` is the command that
 * reads the log there, if there is one.
 */
export function forStartScripts(command: string, readLog: string | null): string {
  return command
    .replace(OF_SYSTEMD, 'service $2 $1')
    .replace(/(service [\w@.-]+ status) --no-pager/g, '$1')
    .replace(OF_JOURNAL, (journal) => readLog ?? journal);
}
