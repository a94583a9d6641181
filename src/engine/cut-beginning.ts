import { findChain, readChain, type Chain, type ReadOptions } from './chain.ts';
import type { Matcher } from './matcher.ts';
import type { Slice } from './slices.ts';
import { encode, standsAt } from './text.ts';

/** So many bytes of a sentence, and no less than half of it, tell which one it was. */
const MIN_LEFT = 16;

/** Read a line whose beginning was not copied: its head was cut, or its sentence too. The chain is null where nothing sure is left of it. */
export function readCutBeginning(matcher: Matcher, line: Slice, options: ReadOptions): { text: Slice; chain: Chain | null } {
  const { bytes, from, to } = line;
  const found = findChain(matcher, bytes, from, to, options);
  let best = found && found.literal >= MIN_LEFT ? { text: { bytes, from: found.from, to }, chain: found } : null;
  for (const text of restored(matcher, line)) {
    const chain = readChain(matcher, text.bytes, 0, text.to, options);
    if (chain && chain.literal > (best?.chain.literal ?? 0)) best = { text, chain };
  }
  return best ?? { text: line, chain: null };
}

/** The line with what is missing of each sentence that it may begin inside of. */
function restored({ beginnings }: Matcher, { bytes, from, to }: Slice): Slice[] {
  return beginnings.flatMap((beginning) => {
    const sentence = encode(beginning);
    for (let lost = 1; lost <= Math.min(sentence.length - MIN_LEFT, sentence.length / 2); lost++) {
      if (from + sentence.length - lost > to || !standsAt(bytes, from, sentence.subarray(lost))) continue;
      const whole = new Uint8Array(lost + to - from);
      whole.set(sentence.subarray(0, lost));
      whole.set(bytes.subarray(from, to), lost);
      return [{ bytes: whole, from: 0, to: whole.length }];
    }
    return [];
  });
}
