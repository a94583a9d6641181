import { MANUAL } from '../../compiler/package-folder.ts';
import { textOf } from './new-folder.ts';

/** Return a commands.yaml for one program, whose own files are the only paths that it accepts. */
export function commandsFile(program: string): string {
  return textOf(
    `# Which values from a log may enter the commands of guides: ${MANUAL} explains the`,
    '# fields. A log may be forged, so nothing else enters a command.',
    '# Programs that change nothing, whatever their arguments are.',
    'reading: [cat, df, grep, head, ls, stat, tail]',
    '# Programs that accept `--` before a value.',
    'end-of-options: [cat, df, grep, head, ls, stat, tail]',
    '# Values that no type accepts.',
    "never: [/, /etc, /etc/passwd, /root, '*']",
    'types:',
    `  # For a path of a log: <Command of="path" fits="${program}-file" sample="/var/log/${program}/x">`,
    `  ${program}-file:`,
    '    kind: path',
    `    sh: '/(?:etc|var/lib|var/log)/${program}/[\\w.-]+'`,
    `    takes: [/var/log/${program}/${program}.log]`,
    `    refuses: [/var/log/${program}, /var/log/${program}/../other]`,
  );
}
