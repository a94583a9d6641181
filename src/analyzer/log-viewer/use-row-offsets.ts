import { useState } from 'preact/hooks';
import { useAnswer } from '../use-answer.ts';
import type { AnalysisClient } from '../worker/client.ts';

/** The first row of each wrapped line, and the width that it was computed for. */
export interface RowLayout {
  columns: number;
  lines: Uint32Array | null;
  tops: Uint32Array;
}

/**
 * Return the first row of each line wrapped at a width; null until known. While a new width is
 * being computed, the previous result stays.
 */
export function useRowOffsets(
  client: AnalysisClient,
  columns: number | null,
  lines: Uint32Array | null,
): RowLayout | null {
  const [known, setKnown] = useState<RowLayout | null>(null);
  useAnswer(
    client,
    () => (columns === null ? null : { kind: 'tops', columns, lines }),
    (tops) => columns !== null && setKnown({ columns, lines, tops }),
    [columns, lines],
  );
  return columns !== null && known?.lines === lines ? known : null;
}
