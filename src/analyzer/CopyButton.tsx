import { useState } from 'preact/hooks';
import type { AnalyzerText } from '../i18n/analyzer.ts';

/** Copies a command; says so for two seconds. */
export function CopyButton({ value, text }: { value: string; text: AnalyzerText }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return <button type="button" class="copy" onClick={copy} aria-live="polite">{copied ? text.copied : text.copy}</button>;
}
