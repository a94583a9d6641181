import { useState } from 'preact/hooks';
import { escapeLine } from '../../report/format/index.ts';
import { useAnswer } from '../use-answer.ts';
import { looksLike, type Likeness } from './looks-like.ts';
import { useReport } from './report-context.ts';

/** The first lines show what a text is. */
const LINES = 60;

/** Says what a text that is not a log of a known product looks like, if its first lines show it. */
export function ForeignLog() {
  const {
    report: {
      lines: { total },
    },
    text: { foreign: text },
    client,
  } = useReport();
  const [likeness, setLikeness] = useState<Likeness | null>(null);
  useAnswer(
    client,
    () => ({
      kind: 'rows',
      rows: Array.from({ length: Math.min(total, LINES) }, (_, index) => index + 1),
    }),
    (rows) => setLikeness(looksLike(rows.map((row) => row.text))),
    [total],
  );
  if (likeness === null) return null;
  return (
    <p class="verdict-cause">
      {'program' in likeness
        ? text.program(escapeLine(likeness.program))
        : text.kind[likeness.kind]}
    </p>
  );
}
