import { expect, it } from 'vitest';
import { openProductDiagnosis } from '../../src/engine/diagnose.ts';
import { ProductRecognition } from '../../src/engine/findings/recognition.ts';
import { encode } from '../../src/engine/lines/bytes.ts';
import { cleanedSlice } from '../../src/engine/lines/clean-line.ts';
import { RecordBuilder } from '../../src/engine/records/record-builder.ts';
import { compileFirst, smallCatalog } from './small-catalog.ts';
import type { Report } from '../../src/model/report.ts';
import { HeldLine } from '../../src/engine/normalize/held-line.ts';
import { LogLine } from '../../src/engine/normalize/log-line.ts';
import { HEADER_STEPS, MESSAGE_STEPS } from '../../src/engine/normalize/steps.ts';

/** A damaged log, and the undamaged log that must mean the same. */
interface Sample {
  name: string;
  damaged: string;
  whole: string;
  /** The line of the damaged log that the step reads, from 0. */
  line?: number;
}

const CATALOG = smallCatalog([]);
const MATCHER = compileFirst({
  ...CATALOG,
  formats: {
    ...CATALOG.formats,
    'json-fields': ['log', 'message'],
    writers: ['Source'],
    envelopes: [{ text: '{date} {clock} {host:word} {program}: ' }, { text: '{program}: ' }],
  },
  products: CATALOG.products.map((product) => ({
    ...product,
    headers: ['{date} {clock} {level} <{tag}> ', '{level} <{tag}> ', '{date} {clock} {level} '],
    tags: ['main'],
    continues: ['| '],
    details: ['HINT'],
    'crash-output': { marks: ['crash: '], others: [] },
    trace: { frames: ['at ', 'crash: '], causes: ['because '], consequences: [] },
    levels: { INFO: ['INFO'], WARNING: ['WARNING'], ERROR: ['ERROR'] },
  })),
});

/** Test that a step reads its samples, and that they mean the same as the whole logs. */
export function testSamples(step: string, samples: readonly Sample[]): void {
  it.each(samples)(`${step}: $name`, ({ damaged, whole, line = 0 }) => {
    expect(stepsOf(damaged)[line], `the step that reads line ${line}`).toBe(step);
    const expected = findingsOf(whole);
    expect(findingsOf(damaged), 'the findings of the damaged log').toEqual(expected);
  });
}

/** Create the steps for one log, and the record that they read into. */
export function openSteps() {
  const { product } = MATCHER;
  const sink = { addRecord: () => null, repeatRecord: () => undefined };
  const record = new RecordBuilder(MATCHER, sink, true);
  const context = {
    matcher: MATCHER,
    product,
    record,
    recognition: new ProductRecognition(product),
    heldLine: new HeldLine(MATCHER, record, true),
    isShort: true,
  };
  const steps = [...HEADER_STEPS, ...MESSAGE_STEPS].map((makeStep) => ({
    name: makeStep.name,
    read: makeStep(context),
  }));
  return { product, record, steps };
}

/** Return the name of the step that handles each line of a log, or null. */
export function stepsOf(log: string): (string | null)[] {
  const { product, record, steps } = openSteps();
  return log.split('\n').map((text, index) => {
    const bytes = encode(text);
    record.moveToLine(index + 1);
    const line = new LogLine(product, cleanedSlice(bytes, 0, bytes.length));
    const taken = steps.find((step) => step.read(line) !== 'not mine');
    return taken?.name ?? null;
  });
}

/** Return the findings of a log without their line numbers. */
function findingsOf(log: string): Omit<Report['findings'][number], 'lines'>[] {
  const diagnosis = openProductDiagnosis(MATCHER);
  diagnosis.push(encode(log));
  return diagnosis.close().findings.map((finding) => ({ ...finding, lines: [] }));
}
