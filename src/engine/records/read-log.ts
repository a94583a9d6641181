import { LineReader, type LineSink } from '../lines/line-reader.ts';
import type { Matcher } from '../templates/matcher.ts';
import type { CompiledProduct } from '../headers/header.ts';
import { RecordReader } from './record-reader.ts';
import type { Session } from '../session.ts';

/** A log that is being read into the session. */
export interface ReadLog {
  push(bytes: Uint8Array): void;
  skip(lines: number): void;
  close(): void;
  /** Return the number of lines read so far. */
  lines(): number;
}

/** Read a log in its own order. */
export function readForwards(
  matcher: Matcher,
  product: CompiledProduct,
  session: Session,
): ReadLog {
  return readLines(new RecordReader(matcher, product, session, session.recognition));
}

/**
 * Read a log's lines into records.
 *
 * @param sink receives the lines in place of `records`, to which it passes them on
 */
export function readLines<Known>(records: RecordReader<Known>, sink: LineSink = records): ReadLog {
  const lines = new LineReader(sink);
  return {
    push: (bytes) => lines.pushChunk(bytes),
    skip: (count) => {
      lines.endLine();
      records.skip(count);
    },
    close: () => {
      lines.closeText();
      records.closeRecord();
    },
    lines: () => records.lines,
  };
}
