import { openDiagnosis, type Matcher, type Report } from '../../src/engine/index.ts';

/** Diagnose a text, or bytes in any encoding, as a whole log. */
export function diagnoseBytes(matcher: Matcher, log: string | Uint8Array): Report {
  const diagnosis = openDiagnosis(matcher);
  diagnosis.push(typeof log === 'string' ? new TextEncoder().encode(log) : log);
  return diagnosis.close();
}
