import type { Titles } from '../catalog/index.ts';
import { slips } from './slips.ts';

/** What a pasted file asks for: guides for it, and its names, which may be codes of others. */
export interface PastedFile {
  guides: string[];
  names: string[];
  /** It is what a command prints: a log that stands in it says more. */
  isOutput: boolean;
}

/** Tell a file that was pasted instead of a log; null where it is none that is known. */
export function pastedFile(text: string, { files }: Titles): PastedFile | null {
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
        keys.some((key) => key.length > 4 && slips(key, name) <= (key.length > 7 ? 2 : 1)),
    );
    if (lines.length < 2 || seen.size < (isMisspelt ? 1 : 2)) continue;
    return { guides: [...(isMisspelt ? misspelt : []), ...guides], names, isOutput: output };
  }
  return null;
}

/** Whether a line begins with a mark; what is a mere word there is a name, and not the first one of a sentence. */
function isMarked(line: string, mark: string): boolean {
  return (
    line.startsWith(mark) && (/\W/.test(mark) || /^\s*(?:$|[=:"'[{])/.test(line.slice(mark.length)))
  );
}

/** The names in a line of configuration: before `=` or `:`, and in brackets. */
function namesOf(line: string): string[] {
  const [, section, name] = /^\[+([\w.]+)|^([\w.]+)\s*[=:]/.exec(line) ?? [];
  return (section ?? name ?? '')
    .toLowerCase()
    .split('.')
    .slice(0, 2)
    .filter((part) => part !== '');
}
