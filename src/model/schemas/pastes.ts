import { z } from 'zod';
import { guideSlug, slug } from './fields.ts';

/** The results of a request by curl; good and unauthorized mean that the backend is reachable. */
const PROBE_CASES = [
  'good',
  'unauthorized',
  'forbidden',
  'not-found',
  'outage',
  'other',
  'dns',
  'proxy',
  'proxy-login',
  'refused',
  'timeout',
  'cut',
  'certificate',
  'failed',
] as const;

export type ProbeCase = (typeof PROBE_CASES)[number];

/**
 * The optional blocks of product.yaml, about other input than the log. Input for which a product
 * has no block is not recognized.
 */
export const pasteBlocks = {
  /** The remote service that the program talks to. */
  backend: z
    .strictObject({
      name: z.string(),
      /** How to read the output of a request to it by curl. */
      probe: z
        .strictObject({
          /** Text, such as a part of the address, that shows that a request went to it. */
          request: z.string().min(3),
          /** Fields of its JSON answers. Each answer has at least one of them. */
          fields: z.array(z.string()).min(1),
          /** Texts in its answers and their status, for output that does not show the status. */
          statuses: z.record(z.string().min(3), z.int().min(100).max(599)).default({}),
          /** Sentences that only its answers have, for an answer without its request. */
          own: z.array(z.string().min(16)).default([]),
          /** The guides for the faults that a request shows. */
          guides: z.partialRecord(z.enum(PROBE_CASES), guideSlug),
          /** The causes in these guides that a request leaves possible. A sole cause is proven. */
          causes: z.partialRecord(z.enum(PROBE_CASES), z.array(slug).min(1)).default({}),
        })
        .exactOptional(),
    })
    .exactOptional(),
  /**
   * Regular expressions whose named groups are values that a line of a short paste gives, such as
   * the command above a log. A command takes them by name with a dash: `of="-pod"`.
   */
  given: z.array(z.string()).min(1).exactOptional(),
  /** The program runs as a service of systemd or Windows, named like one of its `programs`. */
  service: z
    .strictObject({
      /** The guide for a service that stopped without its log saying why. */
      ended: z.strictObject({ systemd: guideSlug, windows: guideSlug.exactOptional() }),
      /** The guide that the search shows for a service that was stopped and did not fail. */
      stopped: guideSlug.exactOptional(),
    })
    .exactOptional(),
  /** The program posts metrics of the host's memory and filesystems, read as `df -Pkl` does. */
  'host-metrics': z
    .strictObject({
      /** The guide for errors of df. Any such error drops all filesystem metrics. */
      'df-errors': guideSlug,
    })
    .exactOptional(),
};
