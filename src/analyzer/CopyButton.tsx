import { useState } from 'preact/hooks';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import { copyText } from './copy-text.ts';

/** Copies the text beside it; says for two seconds whether it could. Where it could not, the text is selected. */
export function CopyButton({ value, text }: { value: string; text: AnalyzerText }) {
  const [said, say] = useState<'copied' | 'notCopied' | null>(null);
  const copy = async ({ currentTarget }: { currentTarget: HTMLElement }): Promise<void> => {
    const shown = currentTarget.parentElement?.querySelector('code, pre');
    const isCopied = await copyText(value);
    if (!isCopied && shown) getSelection()?.selectAllChildren(shown);
    say(isCopied ? 'copied' : 'notCopied');
    setTimeout(() => say(null), 2000);
  };
  return <button type="button" class="copy" onClick={copy} aria-live="polite">{text[said ?? 'copy']}</button>;
}
