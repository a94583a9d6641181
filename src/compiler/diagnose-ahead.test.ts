import { describe, expect, it } from 'vitest';
import { diagnoseBytes } from '../../tests/source/diagnose-bytes.ts';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { compile } from '../engine/index.ts';
import { buildCatalog } from './build-catalog.ts';
import type { Content, Entry } from './content.ts';
import { diagnoseAhead } from './diagnose-ahead.ts';

const sample = openSampleContent();

/**
 * Make content with so many logs that a worker thread diagnoses them.
 *
 * @param template replaces the templates of the first entry
 */
function makeContent(template?: string): Content {
  const [first, ...others] = sample.entries as [Entry, ...Entry[]];
  const [log] = first.samples;
  const lookalikes = Array.from({ length: 600 }, (_, index) => ({
    file: `${index}.log`,
    name: String(index),
    text: `${index} ${log?.text ?? ''}`,
  }));
  const templates = first.yaml.templates.map((one) => ({ ...one, text: template ?? one.text }));
  return {
    ...sample,
    entries: [{ ...first, yaml: { ...first.yaml, templates }, lookalikes }, ...others],
  };
}

describe('diagnoseAhead', () => {
  it('gives the reports that the checks would make', () => {
    const content = makeContent();
    const reports = diagnoseAhead(content)();
    const matcher = compile(buildCatalog(content));
    expect(reports.size).toBeGreaterThan(600);
    const made = [...reports.keys()].map((text) => [text, diagnoseBytes(matcher, text)]);
    expect([...reports]).toEqual(made);
  });

  it('leaves the logs to the checks if a template cannot be read, or if they are few', () => {
    expect(diagnoseAhead(makeContent('{a:nothing}'))().size).toBe(0);
    expect(diagnoseAhead(sample)().size).toBe(0);
  });
});
