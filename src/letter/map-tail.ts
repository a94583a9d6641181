import { mapTexts, type InspectedReport } from '../inspect/index.ts';

/** Map what of a report no engine's redaction looks at. */
export function mapTail(
  { inspections, version }: InspectedReport,
  map: (text: string) => string,
): Pick<InspectedReport, 'inspections' | 'version'> {
  return {
    inspections: inspections.map((inspection) => mapTexts(inspection, map)),
    version: version === null ? null : map(version),
  };
}
