import { messageSchema, type Message } from '../model/schemas/message.ts';
import type { Problem } from './problem.ts';

/** The columns of messages.tsv. */
export const MESSAGE_COLUMNS = ['id', 'level', 'since', 'until', 'source', 'text'];

/**
 * Read messages.tsv: `#` comments, a line of column names, then one message per line. Errors go to
 * `problems`.
 */
export function readMessages(text: string, file: string, problems: Problem[]): Message[] {
  const messages: Message[] = [];
  const first = new Map<string, number>();
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, cells: line.split('\t') }));
  const [head, ...rows] = lines.filter(
    ({ cells }) => cells[0] !== '' && !cells[0]?.startsWith('#'),
  );
  if (head?.cells.join() !== MESSAGE_COLUMNS.join())
    problems.push({
      file,
      line: head?.line,
      found: `the columns ${head?.cells.join(', ') ?? 'none'}`,
      write: `${MESSAGE_COLUMNS.join(', ')}, with tabs between them`,
    });
  for (const { line, cells } of rows) {
    const found =
      cells.length === MESSAGE_COLUMNS.length
        ? messageSchema.safeParse(
            Object.fromEntries(MESSAGE_COLUMNS.map((name, index) => [name, cells[index]])),
          )
        : undefined;
    if (!found)
      problems.push({
        file,
        line,
        found: `${cells.length} columns`,
        write: `${MESSAGE_COLUMNS.length} columns with tabs between them: ${MESSAGE_COLUMNS.join(', ')}`,
      });
    else if (!found.success)
      for (const { path, message } of found.error.issues)
        problems.push({ file, line, found: `${path.join('.')} is invalid`, write: message });
    else if (first.has(found.data.id))
      problems.push({
        file,
        line,
        found: `a second ${found.data.id}; the first is on line ${first.get(found.data.id)}`,
        write: 'each id once',
      });
    else {
      first.set(found.data.id, line);
      messages.push(found.data);
    }
  }
  return messages;
}
