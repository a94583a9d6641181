import type { Matcher } from '../../engine/index.ts';
import { redact } from '../../redaction/index.ts';
import type { Content, Excerpt } from '../content.ts';
import type { Problem } from '../problem.ts';

/**
 * Kinds of values that no log in the content may contain, because it is published. Made-up hosts,
 * addresses and ids are fine.
 */
const KINDS: Record<string, string> = {
  key: 'an API key',
  token: 'a token',
  password: 'a password',
  mail: 'a mail address',
  phone: 'a phone number',
  card: 'a card number',
};

/** Check that no sample, lookalike or case contains a secret or the address of a person. */
export function checkPrivateValues(content: Content, matcher: Matcher): Problem[] {
  const logs = logsOf(content);
  // There is rarely any, and reading all logs at once is faster than one by one.
  const { replacements } = redact(
    matcher,
    logs.map(({ text }) => text),
  );
  if (!replacements.some(({ kind }) => kind in KINDS)) return [];
  return logs.flatMap(({ file, text }) =>
    redact(matcher, text).replacements.flatMap(({ kind, value, standIn }) => {
      const noun = KINDS[kind];
      return noun === undefined
        ? []
        : [
            {
              file,
              anchorText: value,
              found: `"${maskMiddle(value)}", ${noun}, in a log that is published`,
              write: `${standIn} in its place, which is read as the same value`,
            },
          ];
    }),
  );
}

function logsOf({ entries, guides, products }: Content): Excerpt[] {
  return [
    ...entries.flatMap(({ samples, lookalikes }) => [...samples, ...lookalikes]),
    ...guides.flatMap(({ cases }) => cases),
    ...products.flatMap(({ cases }) => cases.map(({ log }) => log)),
  ];
}

/** Show only the ends of a value: the output of a check is often public as well. */
function maskMiddle(value: string): string {
  const shown = Math.min(3, Math.floor(value.length / 4));
  return `${value.slice(0, shown)}…${value.slice(value.length - shown)}`;
}
