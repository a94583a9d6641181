import type { Titles } from '../../model/words.ts';
import { editDistance } from '../../model/edit-distance.ts';

/**
 * A recognized pasted file: guides for it, and the names in it, which may be codes that have
 * guides.
 */
export interface PastedFile {
  guides: string[];
  names: string[];
  /** Whether it is the output of a command; log lines inside it take precedence. */
  isOutput: boolean;
}

/** Recognize a file that was pasted instead of a log, or return null. */
export function recognizeFile(text: string, { files }: Titles): PastedFile | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const names = lines.flatMap(namesOf);
  for (const { output = false, 'known-by': marks, keys, misspelt, guides } of files) {
    const seen = new Set(marks.filter((mark) => lines.some((line) => isMarked(line, mark))));
    const isMisspelt = names.some(
      (name) =>
        !keys.includes(name) &&
        keys.some(
          (key) =>
            key.length > 4 && editDistance(key, name, { swaps: true }) <= (key.length > 7 ? 2 : 1),
        ),
    );
    if (lines.length < 2 || seen.size < (isMisspelt ? 1 : 2)) continue;
    return { guides: [...(isMisspelt ? misspelt : []), ...guides], names, isOutput: output };
  }
  return null;
}

/**
 * Return whether a line begins with a mark. A mark that is a plain word must be a name with a
 * value, not the first word of a sentence.
 */
function isMarked(line: string, mark: string): boolean {
  return (
    line.startsWith(mark) && (/\W/.test(mark) || /^\s*(?:$|[=:"'[{])/.test(line.slice(mark.length)))
  );
}

/** Return the names in a line of configuration: those before `=` or `:`, and in brackets. */
function namesOf(line: string): string[] {
  const [, section, name] = /^\[+([\w.]+)|^([\w.]+)\s*[=:]/.exec(line) ?? [];
  return (section ?? name ?? '')
    .toLowerCase()
    .split('.')
    .slice(0, 2)
    .filter((part) => part !== '');
}
