import type { PatternFault, PatternLimit } from '../model/inspection.ts';

/** Maximum length in characters, and nesting depth of groups. */
export const PATTERN_LIMITS: Record<PatternLimit, number> = {
  'pattern-length': 2000,
  'pattern-depth': 100,
};

const MAX_REPEATS = 1000;
/** A repetition; braces with anything but numbers as Go reads them are literal. */
const REPETITION = /[*+?]|\{(0|[1-9]\d*)(?:,(0|[1-9]\d*)?)?\}/y;
/** Text that may follow `(`: the name of a group, or flags. */
const GROUP = /\?(?:P?<\w+>|[imsU]*(?:-[imsU]+)?[:)])/y;
const CLASS_NAME =
  /\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/y;
/** Letters with a meaning after a backslash, inside a class and outside. */
const IN_CLASS = /[pPdswDSWaftnrvx]/;
const ESCAPES = /[AbBzpPdswDSWaftnrvx]/;

/**
 * Find a fault that Go's regexp package certainly refuses, or the exceeded limit; null if there is
 * none. The pattern is read character by character and never compiled, because it is untrusted.
 */
export function checkPattern(pattern: string): PatternFault | PatternLimit | null {
  if (pattern.length > PATTERN_LIMITS['pattern-length']) return 'pattern-length';
  let depth = 0;
  let canRepeat = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    const repetition = match(REPETITION, pattern, at);
    if (character === '\\') {
      const fault = escapeFault(pattern, ++at);
      if (fault) return fault;
      // The text after it is literal.
      if (pattern[at] === 'Q') return null;
      canRepeat = true;
    } else if (character === '[') {
      const end = endOfClass(pattern, at);
      if (typeof end === 'string') return end;
      at = end;
      canRepeat = true;
    } else if (character === '(') {
      if (/^\?(?:=|!|<=|<!)/.test(pattern.slice(at + 1, at + 4))) return 'lookaround';
      if (++depth > PATTERN_LIMITS['pattern-depth']) return 'pattern-depth';
      canRepeat = false;
      if (pattern[at + 1] === '?') {
        const lead = match(GROUP, pattern, at + 1);
        if (!lead) return pattern.includes(')', at) ? 'not-in-go' : 'open-group';
        at += lead[0].length;
        if (lead[0].endsWith(')')) depth--;
      }
    } else if (character === ')') {
      if (--depth < 0) return 'closed-group';
      canRepeat = true;
    } else if (repetition) {
      const fault = canRepeat ? repetitionFault(repetition) : 'nothing-to-repeat';
      if (fault) return fault;
      at += repetition[0].length - 1;
      if (pattern[at + 1] === '?') at++;
      if (match(REPETITION, pattern, at + 1)) return 'repeated-twice';
    } else canRepeat = character !== '|';
  }
  return depth > 0 ? 'open-group' : null;
}

/** Return the fault of an escape, given where the character after the backslash is. */
function escapeFault(pattern: string, at: number): PatternFault | null {
  const next = pattern[at];
  if (next === undefined) return 'ends-in-backslash';
  // Two octal digits are a character code.
  if (/^[1-9]/.test(next) && !/^[1-7][0-7]/.test(pattern.slice(at))) return 'backreference';
  return /[A-Z]/i.test(next) && next !== 'Q' && !ESCAPES.test(next) ? 'not-in-go' : null;
}

/** Return the fault of a repetition, given its text, its minimum and its maximum. */
function repetitionFault([, least = '0', most]: RegExpExecArray): PatternFault | null {
  if (Number(least) > MAX_REPEATS || Number(most ?? 0) > MAX_REPEATS) return 'repeated-too-often';
  return most !== undefined && Number(most) < Number(least) ? 'range' : null;
}

/** Return where a class ends, or its fault. A leading `]` is literal; `[:alpha:]` may be inside. */
function endOfClass(pattern: string, from: number): number | PatternFault {
  let at = from + 1;
  let fault: PatternFault | null = null;
  if (pattern[at] === '^') at++;
  if (pattern[at] === ']') at++;
  for (; at < pattern.length; at++) {
    const next = pattern[at + 1] ?? '';
    if (pattern[at] === ']') return fault ?? at;
    if (pattern[at] === '\\') {
      if (/[A-Z]/i.test(next) && !IN_CLASS.test(next)) fault ??= 'not-in-go';
      at++;
    } else if (pattern.startsWith('[:', at) && pattern.includes(':]', at)) {
      const name = match(CLASS_NAME, pattern, at);
      if (!name) fault ??= 'not-in-go';
      else at += name[0].length - 1;
    } else if (next === '-' && /[^\]\\[]/.test(pattern[at + 2] ?? ']')) {
      if ((pattern[at] ?? '') > (pattern[at + 2] ?? '')) fault ??= 'range';
      at += 2;
    }
  }
  return 'open-bracket';
}

function match(expression: RegExp, pattern: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(pattern);
}
