export { caretLine } from './caret.ts';
export { Intake, type IntakeOptions } from './intake.ts';
export { maskSecrets } from './mask.ts';
export { isZip, readZip } from './read-zip.ts';
export { oneFile, RefusedError, type Sink, type Skipped, type Unread } from './sink.ts';
export type * from './report.ts';
export type { Effect, ProblemCode, Settings, Signs } from './settings.ts';
export type { PatternFault } from './check-pattern.ts';
export type { SyntaxCode } from './read-toml.ts';
