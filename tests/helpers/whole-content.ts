/** The content of the site, compiled once for all test files of a worker. */
import { buildCatalog, buildWords, openContentLazily } from '../../src/compiler/index.ts';
import { compile } from '../../src/engine/index.ts';
import type { InspectedReport } from '../../src/intake/index.ts';
import { inspectText } from './inspect-text.ts';

export const content = openContentLazily();
export const catalog = buildCatalog(content);
export const matcher = compile(catalog);
export const words = { en: buildWords(content, 'en'), ja: buildWords(content, 'ja') };

const reports = new Map<string, Promise<InspectedReport>>();

/** Inspect a text with the whole content. Tests that read the same logs share the reports. */
export function inspect(text: string): Promise<InspectedReport> {
  const report = reports.get(text) ?? inspectText(content, matcher, text);
  reports.set(text, report);
  return report;
}
