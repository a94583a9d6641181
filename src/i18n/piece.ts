/** A piece of a sentence: prose, or what stands in a file as it is written here. */
export type Piece = string | { code: string };

/** A sentence where nothing can be set apart. */
export function plain(pieces: Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.code)).join('');
}
