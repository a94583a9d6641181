import { Fragment, type ComponentChildren } from 'preact';
import { commandText, examplesIn, refusedIn, type CommandPiece } from '../report/format/index.ts';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { CopyButton } from './CopyButton.tsx';

interface CommandProps {
  command: string;
  /** `sh` or `powershell`; absent for lines of a file. */
  language?: string;
  /** The name of that file, or of its format. */
  file?: string;
  /** What the button copies, for screen readers: the title of a step, or else the command. */
  label?: string;
  text: AnalyzerText;
}

/** A command under a header with the shell and a copy button, as on the pages of guides. */
export function CommandLine({
  command,
  language,
  file,
  label,
  text,
  lines = command.split('\n'),
  notes,
}: CommandProps & { lines?: ComponentChildren[]; notes?: ComponentChildren }) {
  return (
    <div class="command" translate={false}>
      <div class="command-head" translate={file === undefined}>
        <span class="command-name">
          {file ?? (language === 'powershell' ? 'PowerShell' : text.shell)}
        </span>
        <CopyButton value={command} text={text} {...(label !== undefined && { label })} />
      </div>
      <pre data-language={language}>
        <code>
          <Lines lines={lines} />
        </code>
      </pre>
      {notes}
    </div>
  );
}

/** Lines of code. Each of them wraps by itself. */
export function Lines({ lines }: { lines: ComponentChildren[] }) {
  return (
    <>
      {lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && '\n'}
          <span class="line">{line}</span>
        </Fragment>
      ))}
    </>
  );
}

/**
 * A command with values from the log filled in and sample values marked. Samples are copied too, so
 * the mark must make clear that they need replacing.
 */
export function FilledCommand({
  pieces,
  say,
  ...props
}: Omit<CommandProps, 'command'> & { pieces: CommandPiece[]; say: Sentences['report'] }) {
  const examples = examplesIn(pieces);
  const isFilled = pieces.some(({ from }) => from === 'log');
  return (
    <CommandLine
      {...props}
      command={commandText(pieces)}
      notes={
        <>
          {examples.length > 0 && (
            <p class="example-note" translate>
              {say.example(examples, refusedIn(pieces))}
            </p>
          )}
          {isFilled && (
            <p class="filled-note" translate>
              {say.filled}
            </p>
          )}
        </>
      }
      lines={linesOf(pieces).map((line) =>
        line.map((piece, index) => <PieceView key={index} piece={piece} say={say} />),
      )}
    />
  );
}

/** Split the pieces of a command at its line ends. */
function linesOf(pieces: readonly CommandPiece[]): CommandPiece[][] {
  const lines: CommandPiece[][] = [[]];
  for (const { text, from } of pieces)
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, from });
    }
  return lines;
}

function PieceView({
  piece: { text, from },
  say,
}: {
  piece: CommandPiece;
  say: Sentences['report'];
}) {
  if (from === 'example')
    return (
      <mark class="example" title={say.example([text], [])}>
        {text}
      </mark>
    );
  return from === 'log' ? <span data-filled>{text}</span> : <>{text}</>;
}
