import { expect, it } from 'vitest';
import { simpleCommands } from './simple-commands.ts';

const words = (text: string): string[] =>
  simpleCommands(text).map((command) => command.words.join(' ') + (command.redirects ? ' >' : ''));

it.each([
  ['a && b || c; d | e & f', ['a', 'b', 'c', 'd', 'e', 'f']],
  ['a\nb', ['a', 'b']],
  [`a 'b; c' "d | e" f\\;g`, [`a 'b; c' "d | e" f\\;g`]],
  ['a <b 2>/dev/null 2>&1', ['a']],
  ['a > b', ['a >']],
  ['a >>"b c" d', ['a d >']],
  ['a <> b', ['a >']],
  ['(a; b) # c; d', ['a', 'b']],
])('splits %s', (text, commands) => expect(words(text)).toEqual(commands));
