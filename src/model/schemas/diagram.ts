import { z } from 'zod';
import { inLanguages } from './fields.ts';

const words = z.strictObject(inLanguages({ en: z.string().min(1), ja: z.string().min(1) }));

const common = {
  /** What the drawing shows; its caption. */
  title: words,
  /** The whole drawing in words, for screen readers and places where nothing can be drawn. */
  text: words,
};

const flow = z.strictObject({
  drawing: z.literal('flow'),
  ...common,
  /** The steps in order; each may have exits that leave the flow before the next one. */
  steps: z
    .array(
      z.strictObject({
        label: words,
        note: words.exactOptional(),
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
    /** Capacity of the queue, in hours of values. */
    room: z.number().positive(),
    /** Hours in which nothing can be sent; must exceed the capacity. */
    outage: z.number().positive(),
    /** The hour of the restart in the comparison. */
    restart: z.number().positive(),
    /** Hours until a full queue is empty again, while values are still collected. */
    drain: z.number().positive(),
    /** Label of the vertical axis. */
    waiting: words,
    /** Label of the horizontal axis. */
    time: words,
    marks: z.strictObject({ full: words, back: words, restart: words }),
  })
  .refine(
    ({ room, outage }) => outage > room,
    'an outage that is longer than the queue has room for',
  );

const bars = z.strictObject({
  drawing: z.literal('bars'),
  ...common,
  unit: z.string(),
  /** The bars; their sums must be equal, so that they have the same length. */
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
      'values with the same sum in every bar',
    ),
});

/** content/diagrams/<slug>.yaml: a drawing that guides include by `<Diagram of="slug" />`. */
export const diagramSchema = z.discriminatedUnion('drawing', [flow, queue, bars]);

export type DiagramYaml = z.infer<typeof diagramSchema>;
export type Flow = z.infer<typeof flow>;
export type Queue = z.infer<typeof queue>;
export type Bars = z.infer<typeof bars>;
