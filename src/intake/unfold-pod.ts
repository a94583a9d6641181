/**
 * Read what `kubectl describe pod` tells about the containers of a pod: the exit code of a
 * container is some lines below its name, so that it may be taken for that of another one. The rows
 * of `kubectl get pods` are about other programs, too.
 */

/** The name of a container, which has a line of its own, and a field below it. */
const NAME = /^( *)[a-z\d][a-z\d-]*: *$/;
const FIELD = /^( *)[A-Z][\w ]*:/;

/** A row of a pod: its name, how many of its containers are ready, its status, restarts and age. */
const ROW = /^ *(?:\S+ +)?(\S+ +\d+\/\d+ +[A-Z][\w:]+ +\d+)(?: +\(\w+ ago\))? +\d+[smhdy]/m;

/**
 * Blank the lines about other containers or pods, if the text has lines about one of the given
 * programs, and shorten the rows. All lines keep their numbers.
 */
export function unfoldPod(text: string, programs: readonly string[]): string {
  const hasRows = ROW.test(text);
  if (!hasRows && !text.includes(' Exit Code:')) return text;
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const withoutOwn = (parts: Part[]): Part[] => {
    const others = parts.filter(
      ({ from, to }) =>
        !lines.slice(from, to).some((line) => programs.some((program) => line.includes(program))),
    );
    return others.length < parts.length ? others : [];
  };
  const rows = rowsIn(lines);
  const others = [rows, withCutOff(containersIn(lines), lines)].flatMap(withoutOwn);
  if (!hasRows && others.length === 0) return text;
  for (const { from } of rows) lines[from] = shortened(lines[from] ?? '');
  for (const { from, to } of others) lines.fill('', from, to);
  return lines.join('\n');
}

/** The lines about one container or pod. */
interface Part {
  from: number;
  /** The line after its last one. */
  to: number;
}

function rowsIn(lines: readonly string[]): Part[] {
  return lines.flatMap((line, from) => (ROW.test(line) ? { from, to: from + 1 } : []));
}

/** Return a row without its namespace and age, and with one blank between its columns. */
function shortened(row: string): string {
  return (ROW.exec(row)?.[1] ?? row).replace(/ +/g, ' ');
}

function containersIn(lines: readonly string[]): Part[] {
  return lines.flatMap((line, from): Part[] => {
    const indent = NAME.exec(line)?.[1]?.length;
    const below = FIELD.exec(lines[from + 1] ?? '')?.[1]?.length ?? 0;
    if (indent === undefined || below <= indent) return [];
    const length = lines.slice(from + 1).findIndex((inside) => inside.search(/\S/) <= indent);
    return [{ from, to: length < 0 ? lines.length : from + 1 + length }];
  });
}

/** Add the lines before the first container if they are the rest of one whose name was cut off. */
function withCutOff(containers: Part[], lines: readonly string[]): Part[] {
  const first = containers[0]?.from ?? 0;
  const indent = lines[first]?.search(/\S/) ?? 0;
  const isRest = lines.slice(0, first).every((line) => line.search(/\S/) > indent);
  return isRest && first > 0 ? [{ from: 0, to: first }, ...containers] : containers;
}
