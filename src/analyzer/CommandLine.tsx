import {
  commandText,
  splitCommand,
  examplesIn,
  type CommandPiece,
} from '../report/format/index.ts';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { CopyButton } from './CopyButton.tsx';

/** A command with a copy button. */
export function CommandLine({ command, text }: { command: string; text: AnalyzerText }) {
  return (
    <div class="command" translate={false}>
      <pre>
        <code>
          <CommandText text={command} />
        </code>
      </pre>
      <CopyButton value={command} text={text} />
    </div>
  );
}

/**
 * A command with values from the log filled in and sample values marked. Samples are copied too, so
 * the mark must make clear that they need replacing.
 */
export function FilledCommand({
  pieces,
  text,
  say,
}: {
  pieces: CommandPiece[];
  text: AnalyzerText;
  say: Sentences['report'];
}) {
  const examples = examplesIn(pieces);
  const isFilled = pieces.some(({ from }) => from === 'log');
  return (
    <div class="command" translate={false}>
      <pre>
        <code>
          {pieces.map((piece, index) => (
            <PieceView key={index} piece={piece} say={say} />
          ))}
        </code>
      </pre>
      {examples.length > 0 && (
        <p class="example-note" translate>
          {say.example(examples)}
        </p>
      )}
      <CopyButton value={commandText(pieces)} text={text} />
      {isFilled && (
        <p class="filled-note" translate>
          {say.filled}
        </p>
      )}
    </div>
  );
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
      <mark class="example" title={say.example([text])}>
        {text}
      </mark>
    );
  return from === 'log' ? (
    <span data-filled>
      <CommandText text={text} />
    </span>
  ) : (
    <CommandText text={text} />
  );
}

/** Text that wraps only between a command's words. */
function CommandText({ text }: { text: string }) {
  return (
    <>
      {splitCommand(text).map((word, index) =>
        word.isWhole ? (
          <span key={index} class="whole">
            {word.text}
          </span>
        ) : (
          word.text
        ),
      )}
    </>
  );
}
