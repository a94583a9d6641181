import { z } from 'zod';

const words = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });

const common = {
  /** What the drawing shows; stands below it. */
  title: words,
  /** The whole drawing in words: read aloud, and shown where nothing can be drawn. */
  text: words,
};

const flow = z.strictObject({
  drawing: z.literal('flow'),
  ...common,
  /** From the first to the last; each may leave the way before the next. */
  steps: z
    .array(
      z.strictObject({
        label: words,
        note: words.optional(),
        exits: z
          .array(z.strictObject({ tone: z.enum(['stopped', 'risk', 'note']), text: words }))
          .default([]),
      }),
    )
    .min(2),
});

const queue = z
  .strictObject({
    drawing: z.literal('queue'),
    ...common,
    /** Hours of values that the queue holds. */
    room: z.number().positive(),
    /** Hours in which nothing can be sent; more than the queue holds. */
    outage: z.number().positive(),
    /** The hour of the restart that is compared. */
    restart: z.number().positive(),
    /** Hours that a full queue needs to be sent. */
    drain: z.number().positive(),
    /** Words at the vertical axis. */
    waiting: words,
    /** Words at the horizontal axis. */
    time: words,
    marks: z.strictObject({ full: words, back: words, restart: words }),
  })
  .refine(
    ({ room, outage }) => outage > room,
    'an outage that is longer than what the queue has room for',
  );

const bars = z.strictObject({
  drawing: z.literal('bars'),
  ...common,
  unit: z.string(),
  /** Bars with the same sum, so that they have the same length. */
  bars: z
    .array(
      z.strictObject({
        label: words,
        parts: z
          .array(
            z.strictObject({
              value: z.number().positive(),
              tone: z.enum(['used', 'wash', 'plain']),
              label: words,
            }),
          )
          .min(2),
      }),
    )
    .min(1)
    .refine(
      (all) =>
        new Set(all.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))).size ===
        1,
      'values that have the same sum in every bar',
    ),
});

/** content/diagrams/<slug>.yaml: a drawing that guides show by `<Diagram of="slug" />`. */
export const diagramSchema = z.discriminatedUnion('drawing', [flow, queue, bars]);

export type DiagramYaml = z.infer<typeof diagramSchema>;
export type Flow = z.infer<typeof flow>;
export type Queue = z.infer<typeof queue>;
export type Bars = z.infer<typeof bars>;
