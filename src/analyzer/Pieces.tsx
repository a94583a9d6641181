import type { Piece } from '../i18n/piece.ts';

/** A sentence, in which what stands in a file is set as code. */
export function Pieces({ pieces }: { pieces: Piece[] }) {
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
