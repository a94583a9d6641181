/** What `shindan --help` prints. */
export const USAGE = `Usage:
  shindan diagnose [--json] [--lang ja|en] FILE...   read logs (.gz and .zip too, - for standard input) and say what is wrong;
      mackerel-agent.conf, the output of configtest, systemctl status, df -Pkl, /proc/meminfo and a request by curl, and a report for support too
  shindan diagnose --reply [--lang ja|en] FILE...   write the reply to the customer who sent the log (SITE_URL and BASE_PATH: where its links lead)
  shindan diagnose --before OLD [--json] [--lang ja|en] NEW   did a fix work? what of the log OLD is gone in NEW, still there, or new
  shindan explain [--lang ja|en] ENTRY|GUIDE|"TEXT"   explain an entry, a guide, a message or what you look for

Exit codes of diagnose:
  0  healthy, or recovered        1  action needed
  2  usage, or a file that cannot be read        3  not recognised
Of several files: 2, else 1, else 3, else 0.`;
