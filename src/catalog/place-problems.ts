import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

/** Give a line to the problems that say what stands there: a check that compares files has no parser that could tell it. */
export function placeProblems(root: string, problems: Problem[]): Problem[] {
  const lines = new Map<string, string[]>();
  const linesOf = (file: string): string[] => {
    const known =
      lines.get(file) ??
      (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8').split('\n') : []);
    lines.set(file, known);
    return known;
  };
  return problems.map((problem) => {
    const { file, line, near, again } = problem;
    if (line !== undefined || near === undefined || near === '') return problem;
    const all = linesOf(file);
    const places = all.flatMap((text, index) =>
      spellings(near).some((spelling) => holds(text, spelling)) ? [index + 1] : [],
    );
    return { ...problem, line: again ? places.at(-1) : places[0] };
  });
}

/** A text as YAML may write it: as it is, in single or in double quotes. */
function spellings(text: string): string[] {
  return [text, text.replaceAll("'", "''"), JSON.stringify(text).slice(1, -1)];
}

/** Whether a line has a text; a name not as a part of a longer one. */
function holds(line: string, text: string): boolean {
  const isName = /^[\w/.:-]+$/.test(text);
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
    if (!isName || (!isOfName(line[at - 1]) && !isOfName(line[at + text.length]))) return true;
  }
  return false;
}

function isOfName(character: string | undefined): boolean {
  return character !== undefined && /[\w/-]/.test(character);
}
