import { LineReader, type LineSink } from '../lines/line-reader.ts';
import type { ProductMatcher } from '../templates/matcher.ts';
import { FastReader } from '../cache/fast-reader.ts';
import type { ProductRecognition } from '../findings/recognition.ts';
import { RecordReader, type LogReader, type ReaderOptions } from './record-reader.ts';
import type { RecordSink } from './record-sink.ts';
import type { SourceNames } from '../sources/source-names.ts';
import type { Session } from '../session.ts';

/** A log that is being read into the session. */
export interface ReadLog {
  push(bytes: Uint8Array): void;
  skip(lines: number): void;
  close(): void;
  /** Return the number of lines read so far. */
  lines(): number;
  readonly sources: SourceNames;
}

/** Create a reader of records. Nothing else decides whether to use the caches. */
export function openReader<Known>(
  matcher: ProductMatcher,
  sink: RecordSink<Known>,
  recognition: ProductRecognition,
  options: ReaderOptions,
): LogReader {
  return options.isFast === false
    ? new RecordReader(matcher, sink, recognition, options)
    : new FastReader(matcher, sink, recognition, options);
}

/** Read a log from its first line to its last. */
export function readForwards(
  matcher: ProductMatcher,
  session: Session,
  { isFast = true, isShort = false }: ReaderOptions = {},
): ReadLog {
  const options = { isFast: isFast && !isShort, isShort };
  return readLines(openReader(matcher, session, session.recognition, options));
}

/**
 * Read a log's lines into records.
 *
 * @param sink receives the lines and passes them on to `records`
 */
export function readLines(records: LogReader, sink: LineSink = records): ReadLog {
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
    sources: records.sources,
  };
}
