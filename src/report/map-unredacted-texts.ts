import { mapInspectionTexts, type InspectedReport } from '../intake/index.ts';

/** Map the texts of a report that the engine's redaction does not cover. */
export function mapUnredactedTexts(
  { inspections, version, flags }: InspectedReport,
  map: (text: string) => string,
): Pick<InspectedReport, 'inspections' | 'version' | 'flags'> {
  return {
    inspections: inspections.map((inspection) => mapInspectionTexts(inspection, map)),
    version: version === null ? null : map(version),
    ...(flags && {
      flags: Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, map(value)])),
    }),
  };
}
