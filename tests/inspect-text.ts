import { buildSettings, buildDetectionHints, type Content } from '../src/compiler/index.ts';
import { openDiagnosis, type Matcher } from '../src/engine/index.ts';
import { Intake, type InspectedReport } from '../src/intake/index.ts';

/** The hints of each content: building them takes as long as reading a log. */
const hints = new WeakMap<Content, ReturnType<typeof buildDetectionHints>>();

/** Inspect a text as the analyzer and the command line inspect a file. */
export function inspectText(
  content: Content,
  matcher: Matcher,
  text: string,
  since: string | null = null,
): Promise<InspectedReport> {
  const signs = hints.get(content) ?? buildDetectionHints(content);
  hints.set(content, signs);
  const intake = new Intake({
    diagnosis: openDiagnosis(matcher, { since }),
    catalog: matcher.catalog.version,
    signs,
    loadSettings: () => Promise.resolve(buildSettings(content)),
  });
  intake.beginFile('x.log');
  intake.addBytes(new TextEncoder().encode(text));
  return intake.finishReport();
}
