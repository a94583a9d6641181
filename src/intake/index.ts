export { adviseService } from './advise-service.ts';
export { inspectLog, type InspectedLog, type LogInput } from './inspect-log.ts';
export { caretLine, isWide } from './caret-line.ts';
export { correctedLine } from './corrected-line.ts';
export { Intake, type IntakeOptions } from './intake.ts';
export {
  CHANGES,
  type AnswerChange,
  type ValueChange,
  type ComparedAnswer,
  type Comparison,
} from './comparison.ts';
export type { Excerpt } from './excerpt.ts';
export { mapInspectionTexts } from './map-inspection-texts.ts';
export { ByteReader } from './byte-reader.ts';
export { readFile } from './read-file.ts';
export { isGzip } from './file-signatures.ts';
export { RefusedError, type Sink, type SkippedFile, type RefusalReason } from './input-source.ts';
export type * from '../model/inspection.ts';
export type { DetectionHints, Settings, SettingsByProduct } from '../model/settings.ts';
export {
  EFFECTS,
  type FaultEffect,
  type ProblemCode,
  type PatternFault,
  type SyntaxCode,
} from '../model/inspection.ts';
