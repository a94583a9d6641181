import { useEffect, useState } from 'preact/hooks';
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
  useEffect(() => {
    if (columns === null) return;
    let live = true;
    void client.tops(columns, lines).then((tops) => live && setKnown({ columns, lines, tops }));
    return () => {
      live = false;
    };
  }, [columns, lines]);
  return columns !== null && known?.lines === lines ? known : null;
}
