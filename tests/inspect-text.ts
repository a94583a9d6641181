import { buildSettings, buildSigns, type Content } from '../src/compiler/index.ts';
import { open, type Matcher } from '../src/engine/index.ts';
import { Intake, type InspectedReport } from '../src/intake/index.ts';

/** Inspect a text as the analyzer and the command line inspect a file. */
export function inspectText(
  content: Content,
  matcher: Matcher,
  text: string,
  since: string | null = null,
): Promise<InspectedReport> {
  const intake = new Intake({
    diagnosis: open(matcher, { since }),
    catalog: matcher.catalog.version,
    signs: buildSigns(content),
    loadSettings: () => Promise.resolve(buildSettings(content)),
    decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
    encode: (piece) => new TextEncoder().encode(piece),
  });
  intake.begin('x.log');
  intake.push(new TextEncoder().encode(text));
  return intake.close();
}
