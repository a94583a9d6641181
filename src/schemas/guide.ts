import { z } from 'zod';
import { ask } from './ask.ts';
import { checked, duration, entryId, slug, versionRange } from './fields.ts';

/** The groups of the guides page, in its order. */
export const CATEGORIES = [
  'start-here',
  'startup',
  'config',
  'network',
  'metrics',
  'plugins',
  'hosts',
  'containers',
] as const;

const captures = z.record(z.string(), z.array(z.union([z.string(), z.number()])));

const versions = z.strictObject({
  /** The versions with the fault: another version's log never leads here, a log without a version only as possible. */
  affected: versionRange,
});

const evidence = z
  .strictObject({
    /** Entry ids from the first link to the last; `..` stands for any number of links, none included. */
    chain: z
      .array(z.union([z.literal('..'), entryId]))
      .refine(
        (chain) => chain.some((id) => id !== '..'),
        'at least one entry; .. alone is in every log',
      ),
    /** Values that a hole of the last named link must have, one of those listed. */
    where: captures.optional(),
    /** Values that a hole of the last named link must not have. */
    'where-not': captures.optional(),
    /** Entries that must not be in the chain. */
    except: z.array(entryId).default([]),
    /** The entry that had to follow and did not: the chain is evidence only where the log goes on for longer than `within` without it, and nothing else in the log says why. */
    without: entryId.optional(),
    /** How long that entry may take at most. */
    within: duration.optional(),
    /** The entry that must have followed: what did no harm by itself does with it. */
    then: entryId.optional(),
    /** The entry that must have come again and again in one start, with the same end of its chain: what the program tries again, nobody has refused. */
    again: entryId.optional(),
    /** The entry that must stand in the log as well: with it, this is what led to it. */
    beside: entryId.optional(),
    /** Set where the program itself was at fault; the guide's own where all its evidence is about that. */
    versions: versions.optional(),
    /** certain: the whole chain is there. likely: the last link is. possible: something else explains it as well. */
    confidence: z.enum(['certain', 'likely', 'possible']),
  })
  .refine(
    ({ without, within }) => (without === undefined) === (within === undefined),
    'without and within together: `without: agent/start, within: 10m`',
  );

/** guide.yaml: where a guide stands and which findings lead to it. */
export const guideSchema = z.strictObject({
  /** The group on the guides page. */
  category: z.enum(CATEGORIES),
  /** Place inside the category, from 1. */
  order: z.number().int().positive(),
  checked,
  /** What the fault does to the reader: it ranks the answers. */
  effect: z.enum(['stops', 'loses-data', 'degrades', 'harmless']),
  /** Any one of these leads to the guide; empty for a guide that no log line proves. */
  evidence: z.array(evidence).default([]),
  /** Findings that begin with one of these entries are consequences of this guide's fault. */
  'explains-away': z.array(entryId).default([]),
  /** Entries that prove this guide wrong when they come after its evidence. */
  'contradicted-by': z
    .array(z.strictObject({ entry: entryId, after: z.literal('evidence') }))
    .default([]),
  /** Set where the program itself was at fault. */
  versions: versions.optional(),
  /** What decides where the log alone leaves this guide possible, and the command that shows it. */
  decides: ask.optional(),
  /** Of a guide that is seldom an answer, or has nothing to be done: a report tells what it is about and links to its page, and the steps do not travel with the words. */
  brief: z.boolean().default(false),
  /** The agent has to be started by hand once the cause is gone. */
  'start-by-hand': z.boolean().default(false),
  /** Guides that the same findings may lead to: what the reader sees if it is the other one. `code` and inline components may stand in it. */
  'tells-apart': z
    .array(
      z.strictObject({
        guide: slug,
        en: z.string().min(20).max(200),
        ja: z.string().min(10).max(100),
      }),
    )
    .default([]),
  /** Other guides that the reader may need. */
  related: z.array(slug).default([]),
});

export type GuideYaml = z.infer<typeof guideSchema>;
