import { useEffect, useState } from 'preact/hooks';
import type { AnalysisClient } from './client.ts';

/** Where broken lines begin, and the columns for which that holds. */
export interface Tops {
  columns: number;
  lines: Uint32Array | null;
  tops: Uint32Array;
}

/** Where lines begin that are broken at so many columns; null until it is known. Those of the width before stay until then. */
export function useTops(
  client: AnalysisClient,
  columns: number | null,
  lines: Uint32Array | null,
): Tops | null {
  const [known, setKnown] = useState<Tops | null>(null);
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
