import { mapInspectionTexts, type InspectedReport } from '../intake/index.ts';

/** Map the texts of a report that the engine's redaction does not cover. */
export function mapUnredactedTexts(
  { inspections, version }: InspectedReport,
  map: (text: string) => string,
): Pick<InspectedReport, 'inspections' | 'version'> {
  return {
    inspections: inspections.map((inspection) => mapInspectionTexts(inspection, map)),
    version: version === null ? null : map(version),
  };
}
