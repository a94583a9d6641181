import { readJsonMember } from '../headers/json-csv-fields.ts';
import { encodeRange, type ByteRange } from '../lines/byte-range.ts';
import { decode, skipSpace } from '../lines/bytes.ts';
import { cleanLine } from '../lines/clean-line.ts';
import { unescape } from '../lines/go-quote.ts';
import type { LogLine } from './log-line.ts';
import { readSeparately, type Outcome, type RepairContext, type RepairStep } from './step.ts';

/**
 * Matches a string that fills its line, as an element of a list or the value of a field, in JSON or
 * YAML.
 */
const ELEMENT = /^(?:- |"([\w.@-]+)"\s*:\s*)?"((?:[^"\\]|\\.)*)",?\s*$/;
/** Matches a line of a multi-line JSON object. */
const FRAGMENT =
  /^\s*(?:[{}[\]]+,?|"[\w.@-]+"\s*:\s*(?:".*"|[-+.\deE]+|true|false|null|[[{]),?)\s*$/;

/**
 * JSON with one field or element per line. If a string holds lines of the product, they are read in
 * place of its line; all other lines of the JSON are ignored.
 */
export function multilineJson({ product, record }: RepairContext): RepairStep {
  const jsonFields = product['json-fields'];
  // Until a message was found, the text may not be JSON at all.
  let hasMessages = false;

  const linesOfString = (text: string): ByteRange[] => {
    const [, field = '', string] = ELEMENT.exec(text) ?? [];
    if (string === undefined || jsonFields.includes(field)) return [];
    const lines = unescape(string)
      .split('\n')
      .map((line) => encodeRange(cleanLine(line)));
    return lines.some(record.messages.isProductLine) ? lines : [];
  };

  const apply = (line: LogLine): Outcome => {
    const { bytes, from, to } = line.text;
    const text = decode(bytes, skipSpace(bytes, from, to), to);
    const lines = record.isUnfinished ? [] : linesOfString(text);
    if (lines.length > 0) {
      hasMessages = true;
      return readSeparately([lines]);
    }
    // The step for envelopes reads a message in a known field.
    if (readJsonMember(jsonFields, text) !== null) hasMessages = true;
    else if (hasMessages && FRAGMENT.test(text)) {
      record.closeRecord();
      return 'handled';
    }
    return 'not mine';
  };

  return {
    name: 'multiline-json',
    mayApply: ({ text: { bytes, from, to } }) => {
      const first = bytes[skipSpace(bytes, from, to)];
      return hasMessages || first === 34 || first === 45;
    },
    apply,
  };
}
