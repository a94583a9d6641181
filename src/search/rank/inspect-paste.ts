import { openDiagnosis, type Matcher } from '../../engine/index.ts';
import { encode } from '../../engine/lines/bytes.ts';
import { Intake, type DetectionHints, type SettingsByProduct } from '../../intake/index.ts';

/**
 * Read a text as the analyzer does.
 *
 * @returns null for a log; otherwise the guides for the faults of the configuration or of the
 * command's output, where `guides` is null if the search has to find them by the words of the text
 */
export async function inspectPaste(
  text: string,
  matcher: Matcher,
  hints: readonly DetectionHints[],
  loadSettings: () => Promise<SettingsByProduct>,
): Promise<{ guides: string[] | null } | null> {
  const intake = new Intake({
    diagnosis: openDiagnosis(matcher),
    catalog: matcher.catalog.version,
    hints,
    loadSettings,
  });
  intake.addBytes(encode(text));
  const { kind, status, answers, inspections, product } = await intake.finishReport();
  if (kind === 'log') return null;
  if (answers.length > 0) return { guides: answers.map(({ guide }) => guide) };
  const isStopped = inspections.some((one) => one.kind === 'service' && one.state === 'stopped');
  const stopped = hints.find((hints) => hints.product === product)?.service?.stopped;
  if (isStopped && stopped !== undefined) return { guides: [stopped] };
  return { guides: kind === 'config' || status !== 'healthy' ? null : [] };
}
