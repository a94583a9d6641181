import { visible } from '../display/index.ts';

/** Put a text of a log into a code span, whatever backticks it holds. */
export function codeSpan(text: string): string {
  const shown = visible(text).replace(/\s*\n\s*/g, ' ');
  const fence = '`'.repeat(longestRun(shown) + 1);
  const edge = /^`|`$|^\s|\s$/.test(shown) ? ' ' : '';
  return fence + edge + shown + edge + fence;
}

/** Put lines of a log into a fenced block, whatever fences they hold. */
export function codeBlock(language: string, lines: string[]): string {
  const text = lines.map(visible).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Make a link; a title may hold brackets. */
export function link(title: string, address: string): string {
  return `[${title.replace(/[[\]]/g, '\\$&')}](${address})`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
