import { LineReader, type LineSink } from '../lines.ts';
import type { CompiledProduct, Matcher } from '../matcher.ts';
import { RecordReader } from '../records.ts';
import type { Session } from '../session.ts';

/** A log on its way into the session. */
export interface ReadLog {
  push(bytes: Uint8Array): void;
  skip(lines: number): void;
  close(): void;
  /** How many lines were read. */
  lines(): number;
}

/** Read a log as it stands. */
export function readForwards(
  matcher: Matcher,
  product: CompiledProduct,
  session: Session,
): ReadLog {
  return readLines(new RecordReader(matcher, product, session, session.recognition));
}

/** Read a log's lines into records, which may see them through another sink. */
export function readLines<Known>(records: RecordReader<Known>, sink: LineSink = records): ReadLog {
  const lines = new LineReader(sink);
  return {
    push: (bytes) => lines.push(bytes),
    skip: (count) => {
      lines.endLine();
      records.skip(count);
    },
    close: () => {
      lines.close();
      records.close();
    },
    lines: () => records.lines,
  };
}
