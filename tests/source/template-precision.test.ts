import { expect, it } from 'vitest';
import type { Entry } from '../../src/compiler/index.ts';
import { compile, parseTemplate, type Matcher, type TemplatePart } from '../../src/engine/index.ts';
import { diagnoseBytes } from './diagnose-bytes.ts';
import { sample } from '../helpers/sample.ts';
import { catalog, content, matcher } from '../helpers/whole-content.ts';

const linksOf = (text: string, entry: Entry, by: Matcher = matcher) =>
  diagnoseBytes(by, text).findings.flatMap(({ chain }) =>
    chain.filter((link) => link.entry === entry.id),
  );
const occursOnce = (text: string, part: string): boolean =>
  part !== '' && text.split(part).length === 2;

/** Samples that contain their entry once, so that the effect of a change is unambiguous. */
const samples = content.entries.flatMap((entry) =>
  entry.samples
    .filter(({ text }) => linksOf(text, entry).length === 1)
    .map((sample) => ({ entry, ...sample })),
);

const NUMERIC = ['int', 'number', 'duration'];

/**
 * Replace every digit and letter with its successor, so that a value keeps its format. Escapes are
 * kept, and so are the letters of numeric values, which are units.
 */
function shiftCharacters(value: string, numeric: boolean): string {
  return value.replace(/\\.|[0-8a-y]/gi, (found) =>
    found.length > 1 || (numeric && !/\d/.test(found))
      ? found
      : String.fromCharCode(found.charCodeAt(0) + 1),
  );
}

it('keeps the match when a value changes', () => {
  let changed = 0;
  const lost = sample(samples, 2).flatMap(({ entry, file, text }) => {
    const parts = entry.yaml.templates.flatMap((template) => parseTemplate(template.text));
    const typeOf = (name: string): string =>
      parts.find(
        (part): part is Exclude<TemplatePart, string> =>
          typeof part === 'object' && part.name === name,
      )?.type ?? '';
    const values = linksOf(text, entry).flatMap(({ captures }) =>
      Object.entries(captures).map(([name, [value = '']]) => ({
        value,
        other: shiftCharacters(value, NUMERIC.includes(typeOf(name))),
      })),
    );
    return values
      .filter(({ value, other }) => other !== value && occursOnce(text, value))
      .flatMap(({ value, other }) => {
        changed++;
        return linksOf(
          text.replace(value, () => other),
          entry,
        ).length > 0
          ? []
          : [{ file, value, other }];
      });
  });
  expect(lost).toEqual([]);
  expect(changed).toBeGreaterThan(content.entries.length / 4);
});

it('no longer matches when a word of the text is dropped', () => {
  let dropped = 0;
  const kept = samples.flatMap(({ entry, file, text }, turn) =>
    entry.yaml.templates.flatMap((template) => {
      const parts = parseTemplate(template.text);
      const [literal] = parts;
      if (typeof literal !== 'string' || !occursOnce(text, literal)) return [];
      // Without its last words a message looks truncated, and without its first word a paste looks
      // as if it started in the middle of a line. Both are still read, so skip those words.
      const words = [...literal.matchAll(/[a-z]{3,}/gi)].slice(
        text.startsWith(literal) ? 1 : 0,
        parts.length === 1 || text.trimEnd().endsWith(literal.trimEnd()) ? -1 : undefined,
      );
      return sample(words, 12, turn).flatMap(({ index, 0: word }) => {
        dropped++;
        const without = text.replace(
          literal,
          () => literal.slice(0, index) + literal.slice(index + word.length),
        );
        return linksOf(without, entry).length > 0 &&
          !fitsOtherWording(without, entry, template.text)
          ? [{ file, template: template.text, word }]
          : [];
      });
    }),
  );
  expect(kept).toEqual([]);
  expect(dropped).toBeGreaterThan(content.entries.length / 2);
});

/** Return whether a text matches only because of another wording of the entry. */
function fitsOtherWording(text: string, entry: Entry, wording: string): boolean {
  const entries = catalog.entries.map((other) =>
    other.id === entry.id
      ? { ...other, templates: other.templates.filter((template) => template.text === wording) }
      : other,
  );
  return linksOf(text, entry, compile({ ...catalog, entries })).length === 0;
}
