import type { Finding, Link } from '../../src/engine/index.ts';

/** Make a link of a chain for a test; `foreign` if another program wrote its text. */
export function makeLink(
  entry: string,
  captures: Readonly<Record<string, string>>,
  foreign = false,
): Link {
  return {
    entry,
    message: null,
    captures: Object.fromEntries(Object.entries(captures).map(([hole, value]) => [hole, [value]])),
    text: '',
    ...(foreign && { foreign: true }),
  };
}

/** Make a finding of one line for a test. */
export function makeFinding(...chain: Link[]): Finding {
  return {
    chain,
    text: '',
    rest: null,
    role: 'cause',
    level: null,
    count: 1,
    lines: [1],
    first: null,
    last: null,
  };
}
