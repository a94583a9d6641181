/**
 * Read what `kubectl describe pod` tells about the containers of a pod: the exit code of a
 * container is some lines below its name, so that it may be taken for that of another one. The rows
 * of `kubectl get pods` are about other programs, too.
 */

/** The name of a container, which has a line of its own, and a field below it. */
const NAME = /^( *)[a-z\d][a-z\d-]*: *$/;
const FIELD = /^( *)[A-Z][\w ]*:/;

/** A row of a pod: its name, how many of its containers are ready, its status and restarts. */
const ROW = /^ *(?:\S+ +)?\S+ +\d+\/\d+ +[A-Z]\S+ +\d+ /m;

/**
 * Blank what a text tells about other containers or pods, if one of them is about one of the given
 * programs. All lines keep their numbers.
 */
export function unfoldPod(text: string, programs: readonly string[]): string {
  const hasContainers = text.includes(' Exit Code:');
  if (!hasContainers && !ROW.test(text)) return text;
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const containers = hasContainers ? containersIn(lines) : rowsIn(lines);
  const isOther = ({ from, to }: Container): boolean =>
    !lines.slice(from, to).some((line) => programs.some((program) => line.includes(program)));
  const others = containers.filter(isOther);
  if (others.length === containers.length) return text;
  for (const { from, to } of others) lines.fill('', from, to);
  return lines.join('\n');
}

interface Container {
  from: number;
  /** The line after its last one. */
  to: number;
}

function rowsIn(lines: readonly string[]): Container[] {
  return lines.flatMap((line, from) => (ROW.test(line) ? { from, to: from + 1 } : []));
}

function containersIn(lines: readonly string[]): Container[] {
  return lines.flatMap((line, from): Container[] => {
    const indent = NAME.exec(line)?.[1]?.length;
    const below = FIELD.exec(lines[from + 1] ?? '')?.[1]?.length ?? 0;
    if (indent === undefined || below <= indent) return [];
    const length = lines.slice(from + 1).findIndex((inside) => inside.search(/\S/) <= indent);
    return [{ from, to: length < 0 ? lines.length : from + 1 + length }];
  });
}
