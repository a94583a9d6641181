/** The authority of URLs, and mail addresses. */
import { isNameCode, isRunCode, skip } from '../engine/lines/character-classes.ts';
import { UNITS } from './private-names.ts';
import { MAX_AHEAD, type Walk } from './private-walk.ts';

/** Take the user, password and host of a URL's authority. */
export function readAuthority(walk: Walk, from: number): number {
  const { text } = walk;
  const end = skip(
    text,
    from,
    from + MAX_AHEAD,
    (code) =>
      code > 32 && !'/?#"\'`<>()[]{}\\'.includes(String.fromCharCode(code)) && code < 0x3000,
  );
  let authority = text.slice(from, end);
  const colon = authority.indexOf(':');
  // The text after the colon is not a port, so it is a password with a slash in it.
  if (!authority.includes('@') && colon > 0 && /\D/.test(authority.slice(colon + 1))) {
    authority = text.slice(
      from,
      skip(text, end, from + MAX_AHEAD, (code) => code > 32 && code !== 34),
    );
  }
  const sign = authority.lastIndexOf('@');
  if (sign < 0) return walk.takeHost(from);
  const user = colon >= 0 && colon < sign ? colon : sign;
  walk.take('user', from, from + user);
  walk.take('password', from + user + 1, from + sign);
  return walk.takeHost(from + sign + 1);
}

/** Take `name@domain`: a mail address, or the user and host of a shell prompt. */
export function readAt(walk: Walk, from: number, at: number): number | null {
  const { text } = walk;
  let to = skip(text, at + 1, at + MAX_AHEAD, isRunCode);
  while (to > at + 1 && !isNameCode(text.charCodeAt(to - 1))) to--;
  const domain = text.slice(at + 1, to);
  const ending = domain.slice(domain.lastIndexOf('.') + 1);
  if (UNITS.has(ending) || !/^[A-Z]/i.test(domain) || /^sha\d+$/.test(domain)) return null;
  if (domain.includes('.') && /^[A-Z]{2,}$/i.test(ending)) {
    walk.take('mail', from, to);
    return to;
  }
  const isPrompt =
    /^(?::|\]| [~/])/.test(text.slice(to, to + 2)) ||
    /(?:ssh|scp|for) $/.test(text.slice(Math.max(0, from - 4), from));
  if (!isPrompt) return null;
  walk.take('user', from, at);
  walk.take('host', at + 1, to);
  return to;
}
