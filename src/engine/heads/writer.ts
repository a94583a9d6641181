/** Who wrote what follows, where a list of events names it in a line of its own, or in an element of XML, and `tail` names the file. */
import { skipIndent, type Slice } from '../slices.ts';
import { decode, encode } from '../text.ts';

/** Reads such lines. */
export class Writers {
  /** The bytes that they begin with: most lines need not be decoded. */
  readonly #firsts: ReadonlySet<number | undefined>;
  readonly #form: RegExp;

  /** @param labels that stand before the colon */
  constructor(labels: readonly string[]) {
    this.#firsts = new Set([...'<=', ...labels].map((label) => encode(label)[0]));
    this.#form = new RegExp(
      `^(?:(?:${labels.join('|')})\\s*:\\s*(.+)|==> (?=\\S*(?:/|\\.log))(\\S+) <==|.*?<Provider Name=['"]([^'"]+))`,
    );
  }

  /** Who is named by a line, or null. */
  namedIn(line: Slice): string | null {
    const { bytes, to } = line;
    const at = skipIndent(line);
    if (!this.#firsts.has(bytes[at])) return null;
    const [, ...names] = this.#form.exec(decode(bytes, at, to)) ?? [];
    return names.find((name) => name !== undefined)?.trim() ?? null;
  }
}
