/** A piece of a sentence: prose, or code to show literally. */
export type Piece = string | { code: string };

/** Join the pieces of a sentence as plain text. */
export function plain(pieces: Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.code)).join('');
}
