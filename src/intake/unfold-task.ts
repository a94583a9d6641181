/**
 * Read what Amazon ECS reports about the containers of a task: the exit code of a container is some
 * lines below its image, so neither line means anything by itself.
 */

const MEMBER = /^\s*"(\w+)": ("(?:[^"\\]|\\.)*"|[\w.+-]+),?\s*$/;

/**
 * Return a text in which the exit code of a container that has ended names its image, without the
 * registry, or its name if there is no image. All lines keep their numbers.
 */
export function unfoldTask(text: string): string {
  if (!text.includes('"exitCode"')) return text;
  const lines = text.split('\n');
  let named: { at: number; value: string } | null = null;
  for (const [at, line] of lines.entries()) {
    const [, key, value = ''] = MEMBER.exec(line) ?? [];
    if (key === undefined) named = null;
    else if (key === 'image' || (key === 'name' && named === null)) named = { at, value };
    else if (key === 'exitCode' && named !== null) {
      lines[at] = `"exitCode" of ${named.value.replace(/^"[^"]*\//, '"')}: ${value}`;
      lines[named.at] = '';
      named = null;
    }
  }
  return lines.join('\n');
}
