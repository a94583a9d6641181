import { flagsIn } from '../../intake/flags.ts';
import { valuesFromFindings } from '../../report/format/index.ts';
import type { Matcher } from '../../engine/index.ts';
import type { Content } from '../content.ts';
import { holesShownIn, holesOf } from '../holes-of.ts';
import type { Problem } from '../problem.ts';
import { translations } from '../translations.ts';
import { diagnoseText } from './samples.ts';

/**
 * Check that every value in a guide can be filled in. It names a hole of an entry, a group of a
 * `given` pattern of a product, or something that a case of the guide has: a captured value or a
 * command-line option.
 */
export function checkGuideValues(
  { entries, guides, products }: Content,
  matcher: Matcher,
): Problem[] {
  const patterns = products.flatMap(({ yaml }) => yaml.given ?? []);
  const own = new Set([
    ...entries.flatMap((entry) => holesOf(entry).map((hole) => `${entry.id}:${hole}`)),
    ...patterns.flatMap((pattern) =>
      [...pattern.matchAll(/\(\?<(\w+)>/g)].map(([, name = '']) => `-${name}`),
    ),
  ]);
  return guides.flatMap(({ slug, prose, cases }) => {
    const texts = translations(prose);
    const holes = new Set(texts.flatMap(({ parts }) => holesShownIn(parts)));
    if (holes.size === 0) return [];
    const values = cases.map(({ text }) => {
      const { answers, findings } = diagnoseText(matcher, text);
      const found = answers
        .filter(({ guide }) => guide === slug)
        .flatMap((answer) => answer.evidence.flatMap((index) => findings[index] ?? []));
      return valuesFromFindings(found, {}, findings, flagsIn(text, patterns));
    });
    return [...holes]
      .filter((hole) => !own.has(hole) && values.every(({ find }) => find(hole) === null))
      .map((hole) => ({
        file: (texts.find(({ parts }) => holesShownIn(parts).includes(hole)) ?? texts[0]).file,
        anchorText: `of="${hole}"`,
        found: `of="${hole}", which no case of this guide captures`,
        write:
          'a hole of the evidence, a case that captures it, or the command without of and sample',
      }));
  });
}
