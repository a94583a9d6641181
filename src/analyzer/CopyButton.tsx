import { useState } from 'preact/hooks';
import type { AnalyzerText } from '../i18n/analyzer.ts';

/** Copies the text beside it; says for two seconds whether it could. Without a clipboard (an address without TLS, or a refusal) the text is selected. */
export function CopyButton({ value, text }: { value: string; text: AnalyzerText }) {
  const [said, say] = useState<'copied' | 'notCopied' | null>(null);
  const copy = async ({ currentTarget }: { currentTarget: HTMLElement }): Promise<void> => {
    const shown = currentTarget.parentElement?.querySelector('code, pre');
    try {
      await navigator.clipboard.writeText(value);
      say('copied');
    } catch {
      if (shown) getSelection()?.selectAllChildren(shown);
      say('notCopied');
    }
    setTimeout(() => say(null), 2000);
  };
  return <button type="button" class="copy" onClick={copy} aria-live="polite">{text[said ?? 'copy']}</button>;
}
