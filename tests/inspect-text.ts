import { buildSettings, buildDetectionHints, type Content } from '../src/compiler/index.ts';
import { openDiagnosis, type Matcher } from '../src/engine/index.ts';
import { Intake, type InspectedReport } from '../src/intake/index.ts';

/** Inspect a text as the analyzer and the command line inspect a file. */
export function inspectText(
  content: Content,
  matcher: Matcher,
  text: string,
  since: string | null = null,
): Promise<InspectedReport> {
  const intake = new Intake({
    diagnosis: openDiagnosis(matcher, { since }),
    catalog: matcher.catalog.version,
    signs: buildDetectionHints(content),
    loadSettings: () => Promise.resolve(buildSettings(content)),
  });
  intake.beginFile('x.log');
  intake.addBytes(new TextEncoder().encode(text));
  return intake.finishReport();
}
