export { adviseService } from './advise-service.ts';
export { findBlock, writeBlock } from './report-payload.ts';
export { caretLine } from './caret.ts';
export { compare } from './compare.ts';
export { Intake, type IntakeOptions } from './intake.ts';
export {
  CHANGES,
  type Change,
  type Changed,
  type ComparedAnswer,
  type Comparison,
} from './comparison.ts';
export type { Excerpt } from './excerpt.ts';
export { mapTexts } from './map-texts.ts';
export { memoryParts } from './memory-parts.ts';
export { ByteReader } from './byte-reader.ts';
export { readFile } from './read-file.ts';
export { gunzip, isGzip } from './unpack.ts';
export { RefusedError, type Sink, type Skipped, type Unread } from './input-source.ts';
export type * from '../model/inspection.ts';
export type { Settings, Signs } from '../model/settings.ts';
export {
  EFFECTS,
  type Effect,
  type ProblemCode,
  type PatternFault,
  type SyntaxCode,
} from '../model/inspection.ts';
