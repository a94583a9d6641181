import type { Piece } from './piece.ts';

/**
 * Build a sentence. Strings in its holes are code, such as keys and values from a file; numbers and
 * pieces are prose.
 *
 * @example say`${'roles'} needs ${['a list']}.` // [{ code: 'roles' }, ' needs ', 'a list', '.']
 */
export function say(
  prose: TemplateStringsArray,
  ...holes: (string | number | null | Piece[])[]
): Piece[] {
  return prose
    .flatMap((text, at): Piece[] => {
      const hole = holes[at] ?? [];
      return [
        text,
        ...(Array.isArray(hole)
          ? hole
          : [typeof hole === 'number' ? String(hole) : { code: hole }]),
      ];
    })
    .filter((piece) => piece !== '');
}
