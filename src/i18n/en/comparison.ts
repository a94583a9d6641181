import { omitSameDate } from '../omit-same-date.ts';
import { withArticle } from './with-article.ts';

export const comparison = {
  outcome: {
    worked: 'It worked. The fault is gone.',
    still: 'A fault is still there.',
    other: 'Something else needs to be done.',
    open: 'Not seen again, but that does not prove yet that it is over.',
    none: 'The first log has nothing to compare.',
  },
  refusal: {
    'not-newer': 'This is the same log or an older one. It says nothing about the fix.',
    unrecognised:
      'The new text is not a log that this site recognizes, so there is nothing to compare.',
  },
  otherHost: (before: string, after: string) =>
    `This log is from another host, ${after}. The first one is from ${before}. It says nothing about the fix.`,
  first: 'First log',
  second: 'New log',
  span: (from: string, to: string) => `${from} to ${omitSameDate(from, to)}`,
  noTimes: 'no times',
  order: {
    overlap: (before: string) =>
      `The new log begins before the first one ends. Only lines after ${before} count.`,
    gap: (before: string, after: string) =>
      `Neither log has lines between ${before} and ${omitSameDate(before, after)}.`,
    whole: () =>
      'One of the logs has no times, so every line of the new one counts. Make sure that it was taken after the fix.',
  },
  change: { still: 'Still there', new: 'New', quiet: 'Not seen again', gone: 'Gone' },
  last: (time: string) => `last seen at ${time}`,
  differs: 'The same kind of fault, in other lines.',
  because: {
    restart: (nameInText: string) =>
      `The file is correct now. ${withArticle('The', nameInText)} reads it only when it starts, so restart ${nameInText}.`,
    short: (nameInText: string, end: string, until: string) =>
      `The new log ends at ${end}. If it was taken after ${omitSameDate(end, until)} and ${nameInText} is running, this is over. If not, get the log again after that time.`,
    'not-running': (nameInText: string) =>
      `The new log does not show that ${nameInText} is running. ${withArticle('A stopped', nameInText)} logs nothing either.`,
    'no-period': () =>
      'This message does not appear at regular intervals, so its absence proves nothing. The guide says how to check.',
    'no-times': () =>
      'The new log has no times, so it does not show how long the message was absent.',
    'not-shown': () =>
      'What you pasted cannot show it. Paste the log or the configuration file in which it appeared.',
  },
  unknown: (kinds: number) =>
    kinds === 1
      ? 'One new kind of line is not known to this site.'
      : `${kinds} new kinds of lines are not known to this site.`,
  started: (time: string, nameInText: string) =>
    `${withArticle('The', nameInText)} finished starting at ${time}.`,
  noStart: (nameInText: string) =>
    `The new log shows no start of ${nameInText} after the end of the first log.`,
  silent: (nameInText: string) =>
    `${withArticle('A working', nameInText)} logs nothing while it sends. Check the graph too: new values should arrive.`,
  hostId: (before: string, after: string, nameInText: string) =>
    `The host ID changed from ${before} to ${after}. Either ${nameInText} registered as a new host, or this log is from another host.`,
  hostName: (before: string, after: string) =>
    `The host name changed from ${before} to ${after}. Check that the log is from the same host.`,
  version: (before: string, after: string) => `The version changed from ${before} to ${after}.`,
  report: 'Diagnosis of the new log',
};
