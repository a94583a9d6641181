import { findHeaders } from '../headers/embedded-headers.ts';
import { readHeaders } from '../headers/header.ts';
import { stripEnvelopes } from '../headers/envelopes.ts';
import { encodeRange } from '../lines/byte-range.ts';
import type { Outcome, RepairContext } from './step.ts';

/**
 * Begin a record with a line whose header was rewritten in the product's own notation. It counts
 * only if a message of the product follows.
 */
export function startAtRewritten(context: RepairContext, text: string): Outcome {
  const { product, record } = context;
  const line = encodeRange(text);
  for (const variant of stripEnvelopes(product, line)) {
    const headers = readHeaders(product, variant).filter((header) =>
      record.messages.hasKnownMessage(header),
    );
    if (headers.length > 0)
      return record.startAfterEnvelopes(headers, variant) ? 'handled' : 'not mine';
  }
  const found = findHeaders(product, line).filter(({ header }) =>
    record.messages.hasKnownMessage(header),
  );
  if (found.length === 0) return 'not mine';
  record.startAtEach(found);
  return 'handled';
}
