import type { SentencePiece } from './sentence-piece.ts';

/**
 * Build a sentence from a template. Interpolated strings are code, such as keys and values from a
 * file; interpolated numbers and pieces are prose.
 *
 * @example sentencePieces`${'roles'} needs ${['a list']}.`
 * // [{ code: 'roles' }, ' needs ', 'a list', '.']
 */
export function sentencePieces(
  prose: TemplateStringsArray,
  ...holes: (string | number | null | SentencePiece[])[]
): SentencePiece[] {
  return prose
    .flatMap((text, at): SentencePiece[] => {
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
