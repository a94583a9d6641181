import { existsSync, readFileSync } from 'node:fs';
import { contentPath } from './content-folder.ts';
import type { Problem } from './problem.ts';

/**
 * Add line numbers to problems that only name the text (`anchorText`) at fault: checks across files
 * do not know positions.
 */
export function locateProblems(root: string, problems: Problem[]): Problem[] {
  const lines = new Map<string, string[]>();
  const linesOf = (file: string): string[] => {
    const place = contentPath(root, file);
    const known =
      lines.get(file) ?? (existsSync(place) ? readFileSync(place, 'utf8').split('\n') : []);
    lines.set(file, known);
    return known;
  };
  return problems.map((problem) => {
    const { file, line, anchorText: near, isLastOccurrence, isEachOccurrence } = problem;
    if (line !== undefined || near === undefined || near === '') return problem;
    const all = linesOf(file);
    const places = all.flatMap((text, index) =>
      spellings(near).some((spelling) => contains(text, spelling)) ? [index + 1] : [],
    );
    if (isEachOccurrence && places.length > 1)
      return {
        ...problem,
        line: places[0],
        found: `${problem.found}, in lines ${places.join(', ')}`,
      };
    return { ...problem, line: isLastOccurrence ? places.at(-1) : places[0] };
  });
}

/** Return the ways in which YAML may write a text: plain, in single or in double quotes. */
function spellings(text: string): string[] {
  return [text, text.replaceAll("'", "''"), JSON.stringify(text).slice(1, -1)];
}

/** Return whether a line contains a text; a name must not be part of a longer name. */
function contains(line: string, text: string): boolean {
  const isName = /^[\w/.:-]+$/.test(text);
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
    if (!isName || (!isNameCharacter(line[at - 1]) && !isNameCharacter(line[at + text.length])))
      return true;
  }
  return false;
}

function isNameCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\w/-]/.test(character);
}
