import type { ComponentChildren } from 'preact';

/** How many characters of code fit on one line of any phone. */
const MAX_UNBROKEN = 23;

/** Code in a sentence, which does not wrap if it is short. `children` is the rendered text. */
export function InlineCode({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <>
      {/* Otherwise, a line does not break before a mark such as `/` or `-`. */}
      {isShortCode(text) && !/^\w/.test(text) && <wbr />}
      <code translate={false} class={isShortCode(text) ? 'one-line' : undefined}>
        {children ?? text}
      </code>
    </>
  );
}

/** Return whether code fits on one line of any phone. */
export function isShortCode(text: string): boolean {
  return text.length <= MAX_UNBROKEN;
}
