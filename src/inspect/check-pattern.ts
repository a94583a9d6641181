export type PatternFault = 'open-bracket' | 'open-group' | 'closed-group' | 'nothing-to-repeat' | 'repeated-twice' | 'lookaround' | 'backreference' | 'ends-in-backslash';

const MAX_PATTERN = 2000;

/**
 * Find what Go's regular expressions certainly refuse; null where nothing is certain. The pattern is read character by character and
 * never compiled: it is a stranger's.
 */
export function checkPattern(pattern: string): PatternFault | null {
  if (pattern.length > MAX_PATTERN) return null;
  let depth = 0;
  let canRepeat = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (character === '\\') {
      const next = pattern[++at];
      if (next === undefined) return 'ends-in-backslash';
      if (next === 'Q') return null;
      if (next >= '1' && next <= '9') return 'backreference';
      canRepeat = true;
    } else if (character === '[') {
      const end = endOfClass(pattern, at);
      if (end < 0) return 'open-bracket';
      at = end;
      canRepeat = true;
    } else if (character === '(') {
      const lead = pattern.slice(at + 1, at + 4);
      if (/^\?(?:=|!|<=|<!)/.test(lead)) return 'lookaround';
      depth++;
      canRepeat = false;
      if (lead.startsWith('?')) at++;
    } else if (character === ')') {
      if (--depth < 0) return 'closed-group';
      canRepeat = true;
    } else if (character === '*' || character === '+' || character === '?') {
      if (!canRepeat) return 'nothing-to-repeat';
      if (pattern[at + 1] === '?') at++;
      if (pattern[at + 1] === '*' || pattern[at + 1] === '+') return 'repeated-twice';
    } else canRepeat = character !== '|';
  }
  return depth > 0 ? 'open-group' : null;
}

/** Where a class ends, or -1; a `]` right after its beginning is part of it, and `[:alpha:]` may stand in it. */
function endOfClass(pattern: string, from: number): number {
  let at = from + 1;
  if (pattern[at] === '^') at++;
  if (pattern[at] === ']') at++;
  for (; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern.startsWith('[:', at)) {
      const end = pattern.indexOf(':]', at);
      if (end > 0) at = end + 1;
    } else if (pattern[at] === ']') return at;
  }
  return -1;
}
