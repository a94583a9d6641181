/**
 * Read what Amazon ECS tells about the containers of a task: the exit code of a container is some
 * lines below its image, so neither line means anything by itself.
 */

const MEMBER = /^\s*"(\w+)": (?:"(?:[^"\\]|\\.)*"|[\w.+-]+),?\s*$/;

/**
 * Return a text in which the image of a container that has ended, or its name if there is no image,
 * stands behind the exit code. All lines keep their numbers.
 */
export function unfoldTask(text: string): string {
  if (!text.includes('"exitCode"')) return text;
  const lines = text.split('\n');
  let named: number | null = null;
  for (const [at, line] of lines.entries()) {
    const key = MEMBER.exec(line)?.[1];
    if (key === undefined) named = null;
    else if (key === 'image' || (key === 'name' && named === null)) named = at;
    else if (key === 'exitCode' && named !== null) {
      lines[at] = `${withoutComma(line)}, ${withoutComma(lines[named] ?? '')}`;
      lines[named] = '';
      named = null;
    }
  }
  return lines.join('\n');
}

function withoutComma(line: string): string {
  return line.trim().replace(/,$/, '');
}
