import { z } from 'zod';
import { level } from './fields.ts';

const names = z.array(z.string()).default([]);

/** How a program writes its log. */
export const logFormat = {
  /**
   * What precedes a message, with holes such as date, clock, level and tag; the first match
   * wins. A time may also have the holes stamp (ISO 8601), epoch, year, month (a name),
   * month-number and day. The hole program must hold one of the product's `programs`.
   */
  headers: z.array(z.string()).default([]),
  /** Where the message and the values of its header are, if a line is JSON or logfmt. */
  fields: z
    .strictObject({
      as: z.enum(['json', 'logfmt']),
      /** The names of each field, in order of preference; `a.b` is a field inside an object. */
      time: names,
      level: names,
      tag: names,
      message: z.array(z.string()).min(1),
      /** Fields that a report appends to the message after a colon, such as an error. */
      cause: names,
    })
    .exactOptional(),
  /**
   * The words that the program writes for each level, in their exact case; without it, the common
   * English words in any case.
   */
  levels: z.partialRecord(level, z.array(z.string().min(1)).min(1)).exactOptional(),
  /**
   * Words in place of a level in the header of a line that belongs to the record before it, such as
   * `HINT`.
   */
  details: z.array(z.string().min(1)).exactOptional(),
  /**
   * Beginnings of lines that belong to the record before them, even if such a line is a message by
   * itself; an empty text means every line without a header.
   */
  continues: z.array(z.string()).default([]),
  /** What a crash prints. */
  'crash-output': z
    .strictObject({
      /** Text that the output contains. Empty lines do not end a record that has it. */
      marks: z.array(z.string().min(1)).min(1),
      /** Text that only the crash of another program contains. */
      others: z.array(z.string().min(1)).default([]),
    })
    .exactOptional(),
  /**
   * How a stack trace below a message tells its causes. A line is a frame, which says nothing, if
   * it has one of these beginnings or is indented further than others of the trace.
   */
  trace: z
    .strictObject({
      frames: z.array(z.string().min(1)).min(1),
      /** Beginnings of lines that name the cause of the exception above them. */
      causes: names,
      /** Beginnings of lines that name an exception caused by the one above them. */
      consequences: names,
    })
    .exactOptional(),
};

/** content/presets/*.yaml: the log format of a language, a library or a well-known program. */
export const presetSchema = z.strictObject(logFormat);

export type LogFormat = z.infer<typeof presetSchema>;
