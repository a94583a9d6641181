import { terminal as en } from './en/terminal.ts';
import { terminal as ja } from './ja/terminal.ts';

/** Text that the command line prints about its arguments and its input. */
export const terminalText = { en, ja };

/** Text of the command line in one language. */
export type TerminalText = typeof en;
