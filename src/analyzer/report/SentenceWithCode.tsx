import type { SentencePiece } from '../../i18n/sentence-piece.ts';

/** A sentence in which text quoted from a file is formatted as code. */
export function SentenceWithCode({ pieces }: { pieces: SentencePiece[] }) {
  return (
    <>
      {pieces.map((piece, index) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <code key={index} translate={false}>
            {piece.code}
          </code>
        ),
      )}
    </>
  );
}
