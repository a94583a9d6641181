import { z } from 'zod';
import { CONFIDENCES } from '../report.ts';
import { ask } from './follow-up.ts';
import {
  texts,
  categoryId,
  checked,
  duration,
  entryId,
  guideSlug,
  inLanguages,
  productId,
  slug,
  version,
  versionRange,
} from './fields.ts';

/** Values by the name of a hole; `*` stands for any text. */
const captures = z.record(z.string(), z.array(z.union([z.string(), z.number().transform(String)])));

const evidence = z
  .strictObject({
    /**
     * Entry ids from the first link to the last; `..` matches any number of links, including none,
     * and a list any of its entries.
     */
    chain: z
      .array(z.union([z.literal('..'), entryId, z.array(entryId).min(2)]))
      .refine(
        (chain) => chain.some((id) => id !== '..'),
        'at least one entry; .. alone matches every log',
      ),
    /** Values that holes of the last named link must have, by hole; any of a list will do. */
    where: captures.exactOptional(),
    /** Values that holes of the last named link must not have. */
    'where-not': captures.exactOptional(),
    /** Entries that must not be in the chain. */
    except: z.array(entryId).exactOptional(),
    /**
     * The expected entry that is missing: the chain is evidence only if the log continues for
     * longer than `within` without it, and nothing else in the log explains why.
     */
    without: entryId.exactOptional(),
    /** How long the `without` entry may take at most. */
    within: duration.exactOptional(),
    /** The entry that must follow: the chain is harmless by itself, but not with it. */
    then: entryId.exactOptional(),
    /**
     * The entry that must occur more than once during one start, with a chain that ends like this
     * one. It shows that the request was not rejected: the program retries no rejected request.
     */
    again: entryId.exactOptional(),
    /** The entry that must also be in the log, as the consequence of this chain. */
    beside: entryId.exactOptional(),
    /** How many lines away the `beside` entry may be, if the program prints the two together. */
    'within-lines': z.int().positive().exactOptional(),
    /** Values of other entries' holes, by entry, that must not be in the log. */
    unless: z.record(entryId, captures).exactOptional(),
    /**
     * The cause of the guide that this chain proves, or the several causes that it leaves open.
     */
    cause: z.union([slug, z.array(slug).min(2)]).exactOptional(),
    /**
     * The versions with this fault, if it is one of the program itself. Logs of other versions are
     * no evidence, and a log without a version makes the guide only possible.
     */
    affected: versionRange.exactOptional(),
    /**
     * certain: the whole chain matches. likely: only its last link does. possible: something else
     * explains it equally well.
     */
    confidence: z.enum(CONFIDENCES),
  })
  .refine(
    ({ without, within }) => (without === undefined) === (within === undefined),
    'without and within together: `without: agent/start, within: 10m`',
  )
  .refine(
    ({ beside, 'within-lines': withinLines }) => withinLines === undefined || beside !== undefined,
    'beside as well: `beside: agent/start, within-lines: 3`',
  );

/** Write out a link that lists several entries as a chain for each of them. */
function expandChain<Row extends { chain: (string | string[])[] }>(
  row: Row,
): (Omit<Row, 'chain'> & { chain: string[] })[] {
  const chains = row.chain.reduce<string[][]>(
    (begun, link) => begun.flatMap((chain) => [link].flat().map((id) => [...chain, id])),
    [[]],
  );
  return chains.map((chain) => ({ ...row, chain }));
}

const condition = z.strictObject({
  /** Whether the program runs when the log ends. */
  program: z.enum(['running', 'stopped']).exactOptional(),
  /** Whether the fault is still there when the log ends. */
  fault: z.enum(['ongoing', 'over']).exactOptional(),
  /** Whether values wait in the program's memory, which a restart would lose. */
  values: z.literal('waiting').exactOptional(),
  /** The log proves one of these causes, or leaves the cause open. */
  causes: z.array(slug).min(1).exactOptional(),
  /** Values that holes of the evidence must have, by hole; any of a list will do. */
  where: captures.exactOptional(),
  /** Values that holes of the evidence must not have. */
  'where-not': captures.exactOptional(),
  /** Texts that no message of the evidence or its consequences may have. */
  'text-not': z.array(z.string()).min(1).exactOptional(),
  /** One of these entries is in the evidence or among its consequences. */
  entries: z.array(entryId).min(1).exactOptional(),
  /** The versions of the program, for a setting or command that others do not have. */
  version: versionRange.exactOptional(),
});

/**
 * When a `<Step>`, `<Only>` or `<Warning>` applies to a log. A field that the log does not decide
 * counts as met.
 */
export type Condition = z.infer<typeof condition>;

/** The fields of a guide that the engine reads. */
export const guideInCatalog = {
  /**
   * The products in whose logs the evidence counts, if the guide is not for all products that print
   * these messages.
   */
  products: z.array(productId).min(1).exactOptional(),
  /**
   * The effect of the fault, by which answers are ranked. With `minor`, all values and check
   * results still arrive, so a report does not urge the reader to act.
   */
  effect: z.enum(['stops', 'loses-data', 'degrades', 'minor', 'harmless']),
  /** Alternatives that each lead to the guide; empty if no log line proves it. */
  evidence: z
    .array(evidence)
    .default([])
    .transform((rows) => rows.flatMap(expandChain)),
  /** Entries; findings that begin with one of them are consequences of this guide's fault. */
  'explains-away': z.array(entryId).exactOptional(),
  /**
   * Whether values that were queued during this fault are lost, because the backend never accepts
   * them.
   */
  'refuses-values': z.boolean().exactOptional(),
  /** Entries that rule out a cause of the guide, by the id of the cause. */
  'rules-out': z.record(slug, z.array(entryId).min(1)).exactOptional(),
};

/** guide.yaml: the place of a guide in the list, and the findings that lead to it. */
export const guideSchema = z.strictObject({
  /** The group on the guides page. */
  category: categoryId,
  /** Position in the category, from 1. */
  order: z.number().int().positive(),
  checked,
  ...guideInCatalog,
  /**
   * The steps that fix each `<Cause>`, in the order in which a report shows them. A step that no
   * cause lists is for a log that leaves the cause open.
   */
  causes: z.record(slug, z.array(slug).min(1)).default({}),
  /** When a `<Step>`, `<Only>` or `<Warning>` applies to a log, by its id; default: always. */
  applies: z.record(slug, condition).default({}),
  /** The expected results of the logs in cases/, by their names. */
  cases: z
    .record(
      slug,
      z.strictObject({
        /**
         * The cause that the log proves; null if the log leaves it open or the guide has no causes.
         */
        cause: z
          .string('the one cause that the log proves; null if it proves none or several')
          .nullable(),
        /** The first step of the report; null if nothing is to be done. */
        'first-step': slug.nullable(),
      }),
    )
    .default({}),
  /** How to confirm the guide if the log alone makes it only possible, with a command. */
  decides: ask.exactOptional(),
  /** Whether it is rarely an answer: the analyzer then loads its steps only if a report has it. */
  rare: z.boolean().default(false),
  /** Whether the program must be started manually once the cause is fixed. */
  'start-by-hand': z.boolean().default(false),
  /**
   * Other guides that the same findings may lead to, each with what the reader sees if it applies.
   * `code` and inline components are allowed.
   */
  'tells-apart': z
    .array(
      z.strictObject({
        guide: guideSlug,
        ...inLanguages({ en: z.string().min(20).max(200), ja: z.string().min(10).max(100) }),
      }),
    )
    .default([]),
  /**
   * What versions of the program changed about this fault, by version, the oldest first. A report
   * on the log of an older version lists them.
   */
  changes: z.record(version, texts).default({}),
  /** Other guides that the reader may need. */
  related: z.array(guideSlug).default([]),
});

export type GuideYaml = z.infer<typeof guideSchema>;
