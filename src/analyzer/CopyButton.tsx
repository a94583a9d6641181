import { useState } from 'preact/hooks';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import { copyText } from './copy-text.ts';

/** Characters of the copied text in the button's label: enough to distinguish the buttons. */
const LABEL_LENGTH = 60;

/**
 * Copies a value and shows for two seconds whether that worked. If not, it selects the text next to
 * it instead.
 */
export function CopyButton({
  value,
  label = value.slice(0, LABEL_LENGTH),
  text,
  isStrong = false,
}: {
  value: string;
  /** What is copied, for screen readers. */
  label?: string;
  text: AnalyzerText;
  /** Whether to show it as the main button. */
  isStrong?: boolean;
}) {
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  const copy = async ({ currentTarget }: { currentTarget: HTMLElement }): Promise<void> => {
    const shown = currentTarget.closest('div:not(.command-head)')?.querySelector('code, pre');
    const isCopied = await copyText(value);
    if (!isCopied && shown) getSelection()?.selectAllChildren(shown);
    setOutcome(isCopied ? 'copied' : 'notCopied');
    setTimeout(() => setOutcome(null), 2000);
  };
  // A page has many copy buttons: the label tells screen readers what this one copies.
  return (
    <button
      type="button"
      class={isStrong ? 'copy button-strong' : 'copy'}
      onClick={copy}
      aria-live="polite"
      aria-label={outcome === null ? `${text.copy} ${label}` : undefined}
    >
      {text[outcome ?? 'copy']}
    </button>
  );
}
