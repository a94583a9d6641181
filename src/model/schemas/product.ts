import { z } from 'zod';
import { OSES } from '../prose.ts';
import { QUESTIONS } from '../report.ts';
import { ask } from './follow-up.ts';
import { pasteBlocks } from './pastes.ts';
import { texts, catalogName, date, entryId, guideSlug, level, slug, version } from './fields.ts';
import { logFormat } from './log-format.ts';

const command = z.strictObject({
  /** The platform, or way of running the program, that it is for. */
  os: z.enum(OSES),
  label: texts,
  /** Where the log is. */
  where: texts,
  /** A command to paste that prints the last relevant lines. */
  command: z.string(),
  /** Sample values in it that the reader has to replace, separated by `, `. */
  example: z.string().exactOptional(),
  /** What to append to the command to copy the lines to the clipboard, if the platform has one. */
  clipboard: z.string().exactOptional(),
});

/** The fields of a product that the engine reads. */
export const productInCatalog = {
  /** The catalogs whose entries can appear in this product's log. */
  catalogs: z.array(catalogName).min(1),
  /**
   * Catalogs whose messages may fill a line of their own, without date, level and tag; all of them
   * if left out.
   */
  plain: z.array(catalogName).default([]),
  /** Catalogs that are searched for in text of other programs, such as a plugin's output. */
  foreign: z.array(catalogName).default([]),
  /**
   * Catalogs of messages that any program may print, so that they alone do not prove that a log is
   * the product's.
   */
  common: z.array(catalogName).default([]),
  /**
   * Catalogs of messages that are not printed into the product's log, such as those of installers:
   * after them, a report does not ask for more of the log.
   */
  'not-logged': z.array(catalogName).default([]),
  /** The product's program names in journald and syslog lines; the folder's name if left out. */
  programs: z.array(z.string()).default([]),
  /** Programs that run it or work for it; only standalone messages are matched in their lines. */
  helpers: z.array(z.string()).default([]),
  /**
   * Words found only in text about the product, such as its name; next to them, a message that any
   * program may print counts as the product's.
   */
  names: z.array(z.string()).min(1),
  /**
   * Other programs with similar logs but unknown messages, by the words that identify them. A log
   * with such words, but without the product's name, gets no answer.
   */
  siblings: z.record(z.string(), z.string()).default({}),
  /** Tags that the product prints between level and message, in addition to those in templates. */
  tags: z.array(z.string()).default([]),
  /**
   * Values, such as keys of its configuration, that prove that a message is the product's even if
   * any program may print its text.
   */
  'own-values': z.array(z.string()).default([]),
  /** Lines of this level or worse are problems. */
  problem: level.default('WARNING'),
  ...logFormat,
  /** Entries that mark the lifecycle of the program. */
  milestones: z
    .strictObject({
      starting: entryId.exactOptional(),
      /** Entries that are printed only after `starting` and before `started`. */
      trying: z.array(entryId).default([]),
      started: entryId.exactOptional(),
      /** Entries that report a request to stop the program. */
      stopping: z.array(entryId).default([]),
      /** Entries that report that its supervisor restarts it. */
      restarting: z.array(entryId).default([]),
    })
    .prefault({}),
  /**
   * The entry and hole that name the running version; `printed` is the entry with that hole that a
   * command prints, used if no line names the running version.
   */
  version: z
    .strictObject({ entry: entryId, hole: z.string(), printed: entryId.exactOptional() })
    .exactOptional(),
  /** The entry and its holes that name the host. */
  host: z.strictObject({ entry: entryId, id: z.string(), name: z.string() }).exactOptional(),
  /** The entry and its hole that name a retired host. */
  retired: z.strictObject({ entry: entryId, id: z.string() }).exactOptional(),
  /**
   * The entry that a crash of the program prints; other programs in the same language print it too.
   */
  crash: entryId.exactOptional(),
  /**
   * How the program delivers data, if it keeps unsent data in memory. Without it, a report does not
   * say what became of the data.
   */
  delivery: z
    .strictObject({
      /** How many hours of unsent data the memory queue holds. */
      'queue-hours': z.number().positive(),
      /** Timeout of a request, in seconds. */
      'try-seconds': z.number().positive(),
      /**
       * Time that it takes to send the queue after an outage, as a fraction of the outage's length.
       */
      'drain-share': z.number().positive().max(1),
      /** Values that arrive later than this, in minutes, raise no alert. */
      'alert-minutes': z.number().positive(),
      /** It collects values while it is starting, and sends them later. */
      'while-starting': z.literal(true).exactOptional(),
    })
    .exactOptional(),
  /**
   * Host names that reveal nothing, such as those of its backend. Redaction keeps them, their
   * subdomains, and misspellings of them, because a misspelling may be the fault.
   */
  'public-hosts': z.array(z.string()).exactOptional(),
};

/** product.yaml: the format of a product's log, and where that log is. */
export const productSchema = z.strictObject({
  title: z.string(),
  /** Words for the product in questions, besides its title and its programs. */
  'asked-as': z.array(z.string().min(2)).default([]),
  /** How sentences name it; English has the article, as in "the server". Its title if left out. */
  'name-in-text': texts.exactOptional(),
  /** What it is, in one sentence. */
  about: texts.exactOptional(),
  /** A line that shows readers what its log looks like. */
  'log-line': z.string().exactOptional(),
  /** The file of content/presets that provides the fields that this file leaves out. */
  preset: slug.exactOptional(),
  ...productInCatalog,
  ...pasteBlocks,
  /**
   * The step that starts a stopped program. A report ends with it unless another of its steps has
   * one of the `commands`, which start the program as well.
   */
  start: z
    .strictObject({ guide: guideSlug, step: slug, commands: z.array(z.string()).min(1) })
    .exactOptional(),
  /** Where the log is and how to get it, by platform. */
  logs: z.array(command).default([]),
  /** Text that only a log of one platform contains: it decides which commands a report shows. */
  platforms: z.partialRecord(z.enum(OSES), z.array(z.string().min(3))).default({}),
  /**
   * Information that a report asks for if the log is not enough, with the command that prints it.
   */
  missing: z
    .partialRecord(
      z.enum(QUESTIONS),
      ask.extend({
        /** Entries, or whole catalogs, after which unknown text makes a report ask for this. */
        after: z.array(z.union([entryId, catalogName])).default([]),
      }),
    )
    .default({}),
  /** The oldest version that matters: messages last printed before it need no entry. */
  oldest: version.exactOptional(),
  /** Release dates by version; none if they are not known. */
  releases: z.record(version, date).default({}),
});

export type ProductYaml = z.infer<typeof productSchema>;
