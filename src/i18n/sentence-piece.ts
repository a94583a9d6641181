/** A piece of a sentence: prose, or code to show literally. */
export type SentencePiece = string | { code: string };

/** Join the pieces of a sentence as plain text. */
export function joinPieces(pieces: SentencePiece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.code)).join('');
}
