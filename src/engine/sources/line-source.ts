import { EnvelopeReader } from '../cache/envelope-reader.ts';
import { compileForm, type HeaderForm } from '../headers/header-form.ts';
import { stripEnvelopes, type StrippedLine } from '../headers/envelopes.ts';
import type { CompiledProduct } from '../headers/compiled-product.ts';
import { readJsonSource } from '../headers/json-csv-fields.ts';
import type { ByteRange } from '../lines/byte-range.ts';
import { decode, skipSpace } from '../lines/bytes.ts';
import { cleanedSlice } from '../lines/clean-line.ts';
import { compileParts } from '../templates/fit.ts';
import { parseTemplate } from '../templates/template.ts';
import type { SourceGroups } from './same-source.ts';
import { SourceColumn } from './source-column.ts';

const HOST = '{host:word} ';

/** The most envelopes that are remembered. A host has one for each program. */
const MAX_REMEMBERED = 64;

/** Finds the source of each line. A line without one belongs to the source of the line before. */
export class LineSource {
  readonly #product: CompiledProduct;
  readonly #groups: SourceGroups;
  readonly #column: SourceColumn;
  /** Envelopes of recent lines and their source, the last one first. */
  readonly #remembered: { envelopes: EnvelopeReader; source: string | null }[] = [];
  /** The start of a form up to its host, by the text of the form. */
  readonly #hosts = new Map<string, HeaderForm>();
  /** Forms that have named one of the sources. */
  readonly #forms = new Set<HeaderForm | undefined>();

  constructor(product: CompiledProduct, groups: SourceGroups) {
    this.#product = product;
    this.#groups = groups;
    this.#column = new SourceColumn(product['json-sources']);
  }

  /**
   * Return the source that a line names. Return null if that source is not to be read, or undefined
   * if the line names no source.
   */
  readSource(line: ByteRange): string | null | undefined {
    const { bytes, from, to } = line;
    for (const [index, known] of this.#remembered.entries()) {
      if (!known.envelopes.hasSameEnvelopes(bytes, from, to)) continue;
      if (index > 0) {
        this.#remembered.splice(index, 1);
        this.#remembered.unshift(known);
      }
      return known.source;
    }
    const named = this.#readJson(line);
    return named === undefined ? this.#readEnvelopes(line) : named;
  }

  #readJson({ bytes, from, to }: ByteRange): string | null | undefined {
    const at = skipSpace(bytes, from, to);
    if (bytes[at] !== 123) return undefined;
    const name = readJsonSource(this.#product['json-sources'], decode(bytes, at, to));
    return name === null ? undefined : (this.#groups.get(name) ?? null);
  }

  #readEnvelopes(line: ByteRange): string | null | undefined {
    this.#column.seeLine(line);
    const column = this.#column.readSource(line);
    const known = column === null ? undefined : this.#groups.get(column);
    if (known !== undefined) return known;
    const text = cleanedSlice(line.bytes, line.from, line.to);
    const named = stripEnvelopes(this.#product, text).filter(({ source }) => source !== null);
    const variant = named.findLast(({ source }) => this.#groups.has(source as string));
    if (variant) {
      this.#forms.add(formOf(variant));
      return this.#remember(variant, line, this.#groups.get(variant.source as string) ?? null);
    }
    const other = named.find((each) => this.#forms.has(formOf(each)));
    return other ? this.#remember(other, line, null) : this.#readHost(text);
  }

  /** Read the host before a program whose name has another form, such as `postfix/smtpd`. */
  #readHost({ bytes, from, to }: ByteRange): string | null | undefined {
    const { envelopes, envelopeForms, fitter } = this.#product;
    for (const [index, { text }] of envelopes.entries()) {
      if (!this.#forms.has(envelopeForms[index]) || !text.includes(HOST)) continue;
      let form = this.#hosts.get(text);
      if (!form) {
        const start = text.slice(0, text.indexOf(HOST) + HOST.length);
        form = compileForm(compileParts(parseTemplate(start)));
        this.#hosts.set(text, form);
      }
      const fits = fitter.fit(form.program, { bytes, from, to }, true);
      if (!fits) continue;
      const at = 2 * form.source;
      const name = decode(bytes, fits.spans[at] as number, fits.spans[at + 1] as number);
      return this.#groups.get(name) ?? null;
    }
    return undefined;
  }

  #remember({ forms }: StrippedLine, line: ByteRange, source: string | null): string | null {
    if (!forms) return source;
    const envelopes = new EnvelopeReader(this.#product.fitter);
    envelopes.expectLike(forms, line);
    if (envelopes.depth > 0) this.#remembered.unshift({ envelopes, source });
    this.#remembered.length = Math.min(this.#remembered.length, MAX_REMEMBERED);
    return source;
  }
}

/** Return the innermost form that names a source. */
function formOf({ forms }: StrippedLine): HeaderForm | undefined {
  return forms?.findLast(({ source }) => source >= 0);
}
