/**
 * Read what Amazon ECS reports about the containers of a task: the exit code of a container is some
 * lines below its image, so neither line means anything by itself.
 */

const MEMBER = /^\s*"(\w+)": ("(?:[^"\\]|\\.)*"|[\w.+-]+),?\s*$/;
/** The name of a container, or its image. */
const LABEL = /^[\w.:@/-]+$/;
/** How deep a container is inside a task, at most. */
const MAX_DEPTH = 10;

/**
 * Return a text in which the exit code of a container that has ended names its image, without the
 * registry, or its name if there is no image. In a whole task on one line, only the container of
 * one of the given programs counts. All lines keep their numbers.
 */
export function unfoldTask(text: string, programs: readonly string[]): string {
  if (!text.includes('"exitCode"')) return text;
  const lines = text.split('\n');
  let named: { at: number; value: string } | null = null;
  for (const [at, line] of lines.entries()) {
    const [, key, value = ''] = MEMBER.exec(line) ?? [];
    const task = line.includes('"exitCode"') ? taskIn(line) : null;
    const own = containersIn(task).find(({ label }) =>
      programs.some((program) => label.includes(program)),
    );
    if (own) lines[at] = `"exitCode" of "${own.label}": ${own.exitCode}`;
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

/** Return the JSON object or array in a line, such as an event; null if there is none. */
function taskIn(line: string): unknown {
  const from = line.search(/[{[]/);
  const to = Math.max(line.lastIndexOf('}'), line.lastIndexOf(']')) + 1;
  if (from < 0 || to <= from) return null;
  try {
    return JSON.parse(line.slice(from, to)) as unknown;
  } catch {
    return null;
  }
}

interface EndedContainer {
  /** Its image, without the registry, or its name. */
  label: string;
  exitCode: number;
}

/**
 * Return the containers in a task that ended, except those with a reason, which says more than
 * their exit code.
 */
function containersIn(value: unknown, depth = 0): EndedContainer[] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return [];
  const { name, image, exitCode, reason } = value as Record<string, unknown>;
  const label = [image, name].find((given) => typeof given === 'string' && LABEL.test(given)) as
    string | undefined;
  return typeof exitCode === 'number' && label !== undefined
    ? typeof reason === 'string'
      ? []
      : [{ label: label.replace(/^.*\//, ''), exitCode }]
    : Object.values(value).flatMap((inside) => containersIn(inside, depth + 1));
}
