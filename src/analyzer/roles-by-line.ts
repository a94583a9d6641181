import type { Report, Role } from '../engine/index.ts';

/** Marks of lines by the role of their finding; the worse one where a line has two. */
export function rolesByLine({ findings }: Report): Map<number, Role> {
  const marks = new Map<number, Role>();
  for (const { role, lines } of findings) if (role !== 'info') for (const line of lines) if (marks.get(line) !== 'cause') marks.set(line, role);
  return marks;
}
