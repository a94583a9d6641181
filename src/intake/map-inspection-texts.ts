import type { ConfigProblem, Inspection } from '../model/inspection.ts';

/** Map all texts of an inspection that come from the paste. */
export function mapInspectionTexts(
  inspection: Inspection,
  map: (text: string) => string,
): Inspection {
  const mapped = { ...inspection, file: optional(inspection.file, map) };
  switch (mapped.kind) {
    case 'config':
      return { ...mapped, problems: mapped.problems.map((problem) => mapProblem(problem, map)) };
    case 'service':
      return {
        ...mapped,
        unit: map(mapped.unit),
        since: optional(mapped.since, map),
        result: optional(mapped.result, map),
        exit: optional(mapped.exit, map),
      };
    case 'df':
      return {
        ...mapped,
        errors: mapped.errors.map(map),
        filesystems: mapped.filesystems.map((filesystem) => ({
          ...filesystem,
          device: map(filesystem.device),
          mount: map(filesystem.mount),
        })),
      };
    case 'probe':
      return { ...mapped, said: optional(mapped.said, map) };
    default:
      return mapped;
  }
}

function mapProblem(problem: ConfigProblem, map: (text: string) => string): ConfigProblem {
  const { excerpt, key, found, expected, write, probable } = problem;
  return {
    ...problem,
    excerpt: map(excerpt),
    key: optional(key, map),
    found: optional(found, map),
    expected: optional(expected, map),
    write: optional(write, map),
    probable: optional(probable, map),
  };
}

function optional(text: string | null, map: (text: string) => string): string | null {
  return text === null ? null : map(text);
}
