import type { ComparisonText } from '../comparison.ts';
import { onDayOf } from '../on-day-of.ts';

export const comparison: ComparisonText = {
  offer: 'Did it work?',
  offerText:
    'After the fix, take the log again and paste it. It is compared with this one: what is gone, what is still there, what is new.',
  begin: 'Paste the log from after the fix',
  outcome: {
    worked: 'It worked. What was wrong is over.',
    still: 'A fault is still there.',
    other: 'Something else has to be done.',
    open: 'Not seen again. That does not prove yet that it is over.',
    none: 'The first log had nothing that could be compared.',
  },
  refusal: {
    'not-newer': 'This is the same log or an older one. It says nothing about the fix.',
    unrecognised: 'The new text is not a log that this site knows. Nothing can be compared.',
    'other-zone':
      'The two logs are written in different time zones. Which lines came after the fix cannot be told.',
  },
  otherHost: (before, after) =>
    `This log is from another host, ${after}. The first one is from ${before}. It says nothing about the fix.`,
  first: 'First log',
  second: 'New log',
  span: (from, to) => `${from} to ${onDayOf(from, to)}`,
  noTimes: 'no times',
  order: {
    overlap: (before) =>
      `The new log begins before the first one ends. Only lines after ${before} count.`,
    gap: (before, after) =>
      `Neither log has lines between ${before} and ${onDayOf(before, after)}.`,
    whole: () =>
      'One of the logs has no times, so every line of the new one counts. Make sure that it was taken after the fix.',
  },
  change: { still: 'Still there', new: 'New', quiet: 'Not seen again', gone: 'Gone' },
  last: (time) => `last seen at ${time}`,
  differs: 'The same kind of fault, in other lines.',
  because: {
    restart: () =>
      'The file is right now. The agent reads it only at its start: restart the agent.',
    short: (end, until) =>
      `The new log ends at ${end}. If it was taken after ${onDayOf(end, until)} and the agent runs, this is over. If not, take the log again after that time.`,
    'not-running': () =>
      'The new log does not show that the agent runs. A stopped agent is silent too.',
    'no-period': () =>
      'This message does not come at fixed times, so silence proves nothing. The guide says how to check.',
    'no-times': () => 'The new log has no times, so nobody can tell how long it was silent.',
    'not-shown': () =>
      'What was pasted now does not show it: paste the log, or the configuration file, that it was in.',
  },
  unknown: (kinds) =>
    kinds === 1
      ? 'One new kind of line is not known to this site.'
      : `${kinds} new kinds of lines are not known to this site.`,
  started: (time) => `The agent started completely at ${time}.`,
  noStart: 'The new log shows no start of the agent after the first one ended.',
  silent:
    'An agent that works prints nothing while it sends. Look at the graph too: new values have to arrive.',
  hostId: (before, after) =>
    `The host ID changed from ${before} to ${after}. Either the agent registered anew, or this is the log of another host.`,
  hostName: (before, after) =>
    `The host name changed from ${before} to ${after}. Is it the log of the same host?`,
  version: (before, after) => `The version changed from ${before} to ${after}.`,
  report: 'The new log by itself',
};
