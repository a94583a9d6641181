import { z } from 'zod';
import {
  checked,
  duration,
  entryId,
  level,
  platform,
  slug,
  version,
  versionRange,
} from './fields.ts';

const template = z.strictObject({
  /** Literal text with typed holes: `{name:type}`, or `{type}` where name and type are the same word; `{{` is a brace. */
  text: z.string().min(1),
  /** The level that the line must have; needed where the text has no literal of its own. */
  level: level.optional(),
  /** The tag that the line must have, without angle brackets. */
  tag: z.string().optional(),
  /** Ids of the product's messages that print exactly this text, all of them; the first one is reported. */
  messages: z.array(z.string()).default([]),
  /** First version that prints this text. */
  since: version.optional(),
  /** Last version that prints this text. */
  until: version.optional(),
});

const hole = z.strictObject({
  /** Values of a key hole are part of a finding's identity: two missing plugins are two findings. */
  key: z.boolean().default(false),
  /** Only entries of these catalogs nest in this cause hole. */
  catalogs: z.array(z.string()).optional(),
  /** The text was printed with Go's %q: it is unquoted before it is read. */
  quoted: z.boolean().default(false),
  /** The hole takes the moment of the line itself, with its zone: the zone of the log's times is known by it. */
  moment: z.boolean().default(false),
});

/** entry.yaml: one message or one cause that a catalog explains. */
export const entrySchema = z.strictObject({
  /** What a finding that ends here is: cause, consequence, harmless or info. */
  role: z.enum(['cause', 'consequence', 'harmless', 'info']),
  /** The one word on the page: act now, wait and see, or ignore. */
  act: z.enum(['now', 'wait', 'ignore']),
  /** The level of its line today, as the pages show it; left out where the line has none. A template's own level is a condition, this is not. */
  level: level.optional(),
  /** The current wording first, older ones after it. */
  templates: z.array(template).min(1),
  /** Properties of holes, by name. */
  holes: z.record(z.string(), hole).default({}),
  /** Where it can be printed; all platforms when left out. */
  platforms: z.array(platform).min(1).default(['linux', 'windows', 'macos', 'bsd']),
  /** File and line of the product's source. */
  source: z.string().optional(),
  /** Entries that look alike; the page says how to tell them apart. */
  neighbours: z.array(entryId).default([]),
  /** It says that something failed, and not what: a report never tells it as the cause. */
  vague: z.boolean().default(false),
  /** A line with a level never begins with this text: it only nests in another message. */
  nested: z.boolean().default(false),
  /** Other programs print the same words: alone they do not prove that a log is the product's. */
  common: z.boolean().default(false),
  /** The program ends with this line: the agent service, or a one-shot command. */
  ends: z.enum(['agent', 'command']).optional(),
  /** Only a start prints it, before the line that names the version. */
  'at-start': z.boolean().default(false),
  /** It ends because another process of the agent runs, and goes on. */
  'another-runs': z.boolean().default(false),
  /** The agent ends because of this entry once that one follows. */
  'ends-with': entryId.optional(),
  /** The entry that told its cause before it: where this one was cut off, it is what that one was for. */
  'told-by': entryId.optional(),
  /** How often the line comes back while the fault lasts: a longer silence proves that it is over. */
  repeats: duration.optional(),
  /** It is over with the line itself: the program goes on at once, and prints another message if that fails too. */
  momentary: z.boolean().default(false),
  /** Entries whose appearance after this one proves that it is over. */
  'over-after': z.array(entryId).default([]),
  /** The guide of what is still to do once the cause is gone: the program does not try this again. */
  leaves: slug.optional(),
  /** What is held back while this lasts. */
  'holds-back': z.enum(['metrics', 'checks']).optional(),
  /** The versions that throw away what they hold back when Mackerel refuses it (4xx). */
  'drops-refused': versionRange.optional(),
  /** What is thrown away for good when this is printed. */
  drops: z.literal('metrics').optional(),
  /** The number of the HTTP answer that it is; `any` where its text does not tell. */
  status: z.union([z.number().int().min(100).max(599), z.literal('any')]).optional(),
  checked,
});

export type EntryYaml = z.infer<typeof entrySchema>;
