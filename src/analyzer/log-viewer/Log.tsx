import { useState } from 'preact/hooks';
import { useAnswer } from '../use-answer.ts';
import { LogView, type LogProps } from './LogView.tsx';
import type { ShownLines } from '../worker/protocol.ts';

/** The log below its report, shown once the worker has indexed its lines. */
export function Log(props: LogProps) {
  const { result, client } = props;
  const [lines, setLines] = useState<ShownLines | null>(null);
  useAnswer(
    client,
    () => ({ kind: 'lines' }),
    (answer) => setLines(answer.lines),
    [result],
  );
  return lines && lines.count > 0 ? <LogView {...props} lines={lines} /> : null;
}
