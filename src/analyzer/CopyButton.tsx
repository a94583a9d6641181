import { useState } from 'preact/hooks';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import { copyText } from './copy-text.ts';

/** Characters of a text that tell it from others. */
const MOST_HEARD = 60;

/** Copies the text beside it; says for two seconds whether it could. Where it could not, the text is selected. */
export function CopyButton({ value, text }: { value: string; text: AnalyzerText }) {
  const [said, say] = useState<'copied' | 'notCopied' | null>(null);
  const copy = async ({ currentTarget }: { currentTarget: HTMLElement }): Promise<void> => {
    const shown = currentTarget.closest('div')?.querySelector('code, pre');
    const isCopied = await copyText(value);
    if (!isCopied && shown) getSelection()?.selectAllChildren(shown);
    say(isCopied ? 'copied' : 'notCopied');
    setTimeout(() => say(null), 2000);
  };
  // Of many such buttons, who does not see what stands beside one hears what it copies.
  return (
    <button
      type="button"
      class="copy"
      onClick={copy}
      aria-live="polite"
      aria-label={said === null ? `${text.copy} ${value.slice(0, MOST_HEARD)}` : undefined}
    >
      {text[said ?? 'copy']}
    </button>
  );
}
