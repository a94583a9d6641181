import { z } from 'zod';
import { ask } from './ask.ts';
import { bothLanguages, date, entryId, level, version } from './fields.ts';

const command = z.strictObject({
  /** Which platform or way of running it is for. */
  os: z.enum(['linux', 'windows', 'macos', 'docker', 'kubernetes']),
  label: bothLanguages,
  /** Where the log is. */
  where: bothLanguages,
  /** A command that can be pasted and prints the last relevant lines. */
  command: z.string(),
  /** What is written after the command to have the lines on the clipboard, where the platform has one. */
  clipboard: z.string().optional(),
});

/** product.yaml: how an agent writes its log, and where that log is. */
export const productSchema = z.strictObject({
  title: z.string(),
  /** The catalogs whose entries can appear in this product's log. */
  catalogs: z.array(z.string()).min(1),
  /** Catalogs whose messages may stand on a line of their own, without date, level and tag. */
  plain: z.array(z.string()).min(1),
  /** Catalogs that are looked for in text of other programs, such as a plugin's output. */
  foreign: z.array(z.string()).min(1),
  /** Catalogs of messages that every program may print: alone they do not prove that a log is the product's. */
  common: z.array(z.string()).default([]),
  /** Program names before a journald or syslog message that are the product's own. */
  programs: z.array(z.string()).min(1),
  /** Programs that work for it or on it: of their lines only messages that stand alone are known. */
  helpers: z.array(z.string()).default([]),
  /** What stands before a colon where a list of events names who wrote the one that follows. */
  writers: z.array(z.string()).default([]),
  /** What only a text about the product holds, such as its name: beside it, a message that any program may print counts as the product's. */
  names: z.array(z.string()).min(1),
  /** What a message that any program may print holds only where the product printed it, such as a key of its configuration. */
  'own-values': z.array(z.string()).default([]),
  /** Other programs whose logs look the same and whose messages are not known, by the words that name them. A log with such words, and not the product's name, gets no answer. */
  siblings: z.record(z.string(), z.string()).default({}),
  /** Tags that the product puts between level and message, beside those that templates are bound to. */
  tags: z.array(z.string()).default([]),
  /** Lines of this level or worse are problems. */
  problem: level,
  /** Heads of a line as the product writes them, with holes date, clock, source, level, tag; the message is what follows. The first that fits wins. */
  headers: z.array(z.string()).min(1),
  /** Fields of a JSON line that hold the line itself, in order of preference. */
  'json-fields': z.array(z.string()).default([]),
  /** Fields of a JSON line that name the program that wrote it. */
  'json-programs': z.array(z.string()).default([]),
  /** What other programs put before a line, with holes program, container, stamp, month, day, clock and others; csv: the rest is one quoted CSV field. */
  envelopes: z.array(
    z.strictObject({ name: z.string(), text: z.string(), csv: z.boolean().default(false) }),
  ),
  /** Entries that mark the life of the agent. */
  milestones: z.strictObject({
    starting: entryId,
    started: entryId,
    stopping: z.array(entryId).min(1),
    restarting: z.array(entryId).min(1),
  }),
  /** The entry and the hole that name the running version, and the entry with such a hole that a command prints: it counts where no line names the running one. */
  version: z.strictObject({ entry: entryId, hole: z.string(), printed: entryId.optional() }),
  /** The entry and the holes that name the host. */
  host: z.strictObject({ entry: entryId, id: z.string(), name: z.string() }),
  /** The entry and the hole that name a host that was retired. */
  retired: z.strictObject({ entry: entryId, id: z.string() }),
  /** The entry that a crash of the program itself prints, as one of any other program written in the same language does. */
  crash: entryId.optional(),
  /** For how many hours unsent data waits in memory. */
  'queue-hours': z.number().positive(),
  /** Seconds that a try to send may take until it is given up. */
  'try-seconds': z.number().positive(),
  /** The part of an outage's length in which all that waited is sent after it. */
  'drain-share': z.number().positive().max(1),
  /** Values that are more minutes late than this raise no alert. */
  'alert-minutes': z.number().positive(),
  /** Where the log is and how to get it, by platform. */
  logs: z.array(command),
  /** What a report asks for when something is missing to decide, with the command that gets it. */
  missing: z.record(
    z.enum([
      'start-of-log',
      'status-code',
      'config-check',
      'still-no-data:running',
      'still-no-data:log-of-now',
      'still-no-data:clock',
      'still-no-data:host',
      'still-no-data:status',
      'version',
      'log-zone',
    ]),
    ask.extend({
      /** Asked for where a message breaks off in text that no entry knows: the entries, or whole catalogs, that come right before that text. */
      after: z.array(z.string()).default([]),
    }),
  ),
  /** Messages that were last printed before this version need no entry. */
  oldest: version,
  /** Release dates by version. */
  releases: z.record(version, date),
});

export type ProductYaml = z.infer<typeof productSchema>;
