import { buildSettings, buildDetectionHints, type Content } from '../../src/compiler/index.ts';
import { openDiagnosis, type Matcher } from '../../src/engine/index.ts';
import { Intake, type InspectedReport } from '../../src/intake/index.ts';

/** The hints of each content: building them takes as long as reading a log. */
const hintsOf = new WeakMap<Content, ReturnType<typeof buildDetectionHints>>();

/** Inspect a text as the analyzer and the command line inspect a file. */
export function inspectText(
  content: Content,
  matcher: Matcher,
  text: string,
  since: string | null = null,
): Promise<InspectedReport> {
  const hints = hintsOf.get(content) ?? buildDetectionHints(content);
  hintsOf.set(content, hints);
  const intake = new Intake({
    diagnosis: openDiagnosis(matcher, { since }),
    catalog: matcher.catalog.version,
    hints,
    loadSettings: () => Promise.resolve(buildSettings(content)),
  });
  intake.beginFile('x.log');
  intake.addBytes(new TextEncoder().encode(text));
  return intake.finishReport();
}
