import { useState } from 'preact/hooks';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import { CommandLine } from './CommandLine.tsx';

/**
 * A command that copies the end of the log to the clipboard, or prints it, with a choice of
 * platform. `os` preselects one.
 */
export function CollectLog({
  places,
  text,
  isOpen = false,
  os,
}: {
  places: CollectCommand[];
  text: AnalyzerText;
  isOpen?: boolean;
  os?: string;
}) {
  const [chosen, choose] = useState(
    Math.max(
      0,
      places.findIndex((place) => place.os === os),
    ),
  );
  const place = places[chosen];
  if (!place) return null;
  const command =
    place.clipboard === undefined ? place.command : `${place.command} ${place.clipboard}`;
  return (
    <details class="collect" open={isOpen}>
      <summary>{text.collect}</summary>
      <label class="collect-platform">
        <span class="visually-hidden">{text.collect}</span>
        <select
          value={String(chosen)}
          onChange={({ currentTarget }) => choose(Number(currentTarget.value))}
        >
          {places.map(({ label }, index) => (
            <option key={label} value={String(index)}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <CommandLine
        command={command}
        language={place.os === 'windows' ? 'powershell' : 'sh'}
        text={text}
      />
      <p>{place.clipboard === undefined ? text.collectPrinted : text.collectCopied}</p>
    </details>
  );
}

/** How to get the end of a log on one platform. */
export interface CollectCommand {
  os: string;
  label: string;
  command: string;
  /** The suffix that pipes the output into the clipboard; without it, the user copies it. */
  clipboard?: string;
}
