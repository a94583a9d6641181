import type { AnalyzerText } from '../i18n/analyzer.ts';
import { CopyButton } from './CopyButton.tsx';

/** A command to copy, which scrolls inside itself. */
export function CommandLine({ command, text }: { command: string; text: AnalyzerText }) {
  return <div class="command" translate={false}><pre tabIndex={0}><code>{command}</code></pre><CopyButton value={command} text={text} /></div>;
}
