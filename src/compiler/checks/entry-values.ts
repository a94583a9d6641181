import type { Content } from '../content.ts';
import { holesShownIn, holesOf } from '../holes-of.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';

/**
 * Check that the values in an entry's text are holes of the entry. guide-values.ts checks the
 * values in guides, which their cases must capture.
 */
export function checkEntryValues({ entries }: Content): Problem[] {
  return entries.flatMap((entry) => {
    const known = holesOf(entry);
    return translations(entry.prose).flatMap(({ file, parts }) =>
      [...new Set(holesShownIn(parts))]
        .filter((name) => !known.includes(name))
        .map((name) => ({
          file,
          anchorText: `of="${name}"`,
          found: `of="${name}", which is not a hole of the entry`,
          write: `one of its holes: ${known.join(', ') || 'it has none'}`,
        })),
    );
  });
}
