import { z } from 'zod';
import { ROLES } from '../report.ts';
import {
  catalogName,
  checked,
  duration,
  entryId,
  guideSlug,
  level,
  platform,
  version,
} from './fields.ts';

const template = z.strictObject({
  /**
   * Literal text with typed holes: `{name:type}`, or `{type}` if name and type are the same; `{{`
   * is a brace.
   */
  text: z.string().min(1),
  /** The level that the line must have; required if the text has no literal characters. */
  level: level.exactOptional(),
  /** The tag that the line must have, without angle brackets. */
  tag: z.string().exactOptional(),
  /** Ids of all messages of the product with exactly this text; the first one is reported. */
  messages: z.array(z.string()).default([]),
  /** First version that prints this text. */
  since: version.exactOptional(),
  /** Last version that prints this text. */
  until: version.exactOptional(),
});

const hole = z.strictObject({
  /** Whether its values are part of a finding's identity: two missing plugins are two findings. */
  key: z.boolean().exactOptional(),
  /** Whether the text was printed with Go's %q, and so must be unquoted before it is read. */
  quoted: z.boolean().exactOptional(),
  /** The only catalogs whose entries nest in this cause or foreign hole. */
  catalogs: z.array(catalogName).exactOptional(),
});

/** The fields of an entry that the engine reads. */
export const entryInCatalog = {
  /**
   * The role of a finding whose last known link is this entry: why the fault happened, what
   * followed from it, nothing to worry about, or information.
   */
  role: z.enum(ROLES),
  /** The current wording first, older ones after it. */
  templates: z.array(template).min(1),
  /** Properties of holes, by name. */
  holes: z.record(z.string(), hole).exactOptional(),
  /** Whether it only nests in another message: a line with a level never begins with this text. */
  nested: z.boolean().exactOptional(),
  /**
   * Whether other programs print the same words, so that they alone do not prove that a log is the
   * product's.
   */
  common: z.boolean().exactOptional(),
  /**
   * Values of holes that only the product's messages have, by the name of the hole, although the
   * words are `common`; `*` is any value.
   */
  'own-values': z.record(z.string(), z.array(z.string()).min(1)).exactOptional(),
  /**
   * Whether people paste these words alone, as the output of a command, although other programs
   * print them too: a short paste of them is possibly about the product.
   */
  'by-hand': z.boolean().exactOptional(),
  /**
   * Whether it only passes on what another program printed: it is harmless if each line of that
   * text is a harmless message.
   */
  relays: z.boolean().exactOptional(),
  /** What exits with this line: the program as a service, or a one-shot command. */
  ends: z.enum(['program', 'command']).exactOptional(),
  /**
   * Interval of the line while the fault lasts; a longer silence proves that the fault is resolved.
   */
  repeats: duration.exactOptional(),
  /** Entries that prove, if they follow this one, that the fault is resolved. */
  'over-after': z.array(entryId).exactOptional(),
  /** Data that is held back while the fault lasts. */
  'holds-back': z.enum(['metrics', 'checks']).exactOptional(),
  /** Whether the program discards the data held back if the backend rejects it (4xx). */
  'drops-refused': z.boolean().exactOptional(),
  /** Data that is lost for good when this is printed. */
  drops: z.literal('metrics').exactOptional(),
  /**
   * Whether it costs neither values nor check results. A fault is minor if all of its lines are.
   */
  minor: z.boolean().exactOptional(),
  /** The HTTP status of the response that it reports; `any` if its text does not say. */
  status: z.union([z.number().int().min(100).max(599), z.literal('any')]).exactOptional(),
  /**
   * Whether the program tries again at once, and prints another message if that fails too: the
   * fault is over if the log goes on.
   */
  momentary: z.boolean().exactOptional(),
  /**
   * The guide for what remains to be done once the cause is fixed, because the program does not
   * retry.
   */
  leaves: guideSlug.exactOptional(),
  /** Whether only a start prints it, before the line that names the version. */
  'at-start': z.boolean().exactOptional(),
  /** Causes (entries or catalogs) of an exit. A supervisor restarts the program after it. */
  'restarts-after': z.array(z.union([entryId, catalogName])).exactOptional(),
  /**
   * Whether the program exits with it because another process of the program is already running.
   */
  'another-runs': z.boolean().exactOptional(),
  /** The entry that shows, if it follows this one, that the program exited because of this one. */
  'ends-with': entryId.exactOptional(),
  /** The entry that reports its cause in an earlier line; used if this one was truncated. */
  'told-by': entryId.exactOptional(),
};

/** entry.yaml: one message or one cause that a catalog explains. */
export const entrySchema = z.strictObject({
  ...entryInCatalog,
  /** The advice on the page: act now, wait and see, or ignore. */
  act: z.enum(['now', 'wait', 'ignore']),
  /**
   * The current level of its line, if any, as pages show it. Unlike the level of a template, it is
   * not a condition.
   */
  level: level.exactOptional(),
  /** Platforms on which it can be printed; all by default. */
  platforms: z.array(platform).min(1).default(['linux', 'windows', 'macos', 'bsd']),
  /** File and line of the product's source. */
  source: z.string().exactOptional(),
  /** Entries that look alike; the page says how to tell them apart. */
  neighbours: z.array(entryId).default([]),
  /** Whether it says that something failed, but not what: a report never names it as the cause. */
  vague: z.boolean().exactOptional(),
  /**
   * For a message that only passes on a result and says nothing about the program itself: the hole
   * with the subject of the result, the hole with its status, and the statuses that a report
   * mentions.
   */
  result: z
    .strictObject({ of: z.string(), status: z.string(), bad: z.array(z.string()).min(1) })
    .exactOptional(),
  checked,
});

export type EntryYaml = z.infer<typeof entrySchema>;
