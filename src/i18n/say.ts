import type { Piece } from './piece.ts';

/**
 * Put a sentence together: what stands in a hole as text is a key, a value or the like, as it is written in a file; numbers and pieces are prose.
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
