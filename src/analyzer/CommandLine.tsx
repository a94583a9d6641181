import type { AnalyzerText } from '../i18n/analyzer.ts';
import { commandWords } from '../display/index.ts';
import { CopyButton } from './CopyButton.tsx';

/** A command whose lines end between its words. */
export function CommandText({ command }: { command: string }) {
  return <code>{commandWords(command).map(({ text, isWhole }, index) => (isWhole ? <span key={index} class="whole">{text}</span> : text))}</code>;
}

/** A command to copy. */
export function CommandLine({ command, text }: { command: string; text: AnalyzerText }) {
  return <div class="command" translate={false}><pre><CommandText command={command} /></pre><CopyButton value={command} text={text} /></div>;
}
