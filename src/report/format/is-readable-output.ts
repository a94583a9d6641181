/** Text that occurs only in commands whose output the analyzer can read, for any program. */
const READABLE = ['docker logs', 'kubectl logs', 'df -Pkl', String.raw`-w '\n%{http_code}\n'`];

/** Return whether the analyzer can read a command's output, given the names of the programs. */
export function isReadableOutput(command: string, programs: readonly string[]): boolean {
  const ofPrograms = programs.flatMap((program) => [
    `journalctl -u ${program}`,
    `ProviderName='${program}'`,
    `/${program}.log`,
    `systemctl status ${program}`,
    `Get-Service ${program}`,
  ]);
  return (
    [...READABLE, ...ofPrograms].some((piece) => command.includes(piece)) ||
    programs.some((program) => runsCommandOf(program, command))
  );
}

/** Return whether a command runs a program with a command of its own: `agent version`. */
function runsCommandOf(program: string, command: string): boolean {
  return [`${program} `, `${program}.exe' `].some((name) => {
    const parts = command.split(name);
    // A word after the name is a command, unless the name is only the end of a path.
    return parts.some(
      (rest, at) => at > 0 && /^[a-z]/.test(rest) && /(?:^|[\s\\])$/.test(parts[at - 1] ?? ''),
    );
  });
}
