/** The authority of URLs, and mail addresses. */
import { isNameCode, isRunCode, skipWhile } from '../engine/lines/character-classes.ts';
import { SYSTEMD_UNIT_SUFFIXES } from './secret-names.ts';
import { MAX_AHEAD, type SecretScanner } from './secret-scanner.ts';

/** Take the user, password and host of a URL's authority. */
export function readAuthority(scanner: SecretScanner, from: number): number {
  const { text } = scanner;
  const end = skipWhile(
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
      skipWhile(text, end, from + MAX_AHEAD, (code) => code > 32 && code !== 34),
    );
  }
  const sign = authority.lastIndexOf('@');
  if (sign < 0) return scanner.addHost(from);
  const user = colon >= 0 && colon < sign ? colon : sign;
  scanner.addValue('user', from, from + user);
  scanner.addValue('password', from + user + 1, from + sign);
  return scanner.addHost(from + sign + 1);
}

/** A command line that logs in to another host. */
const REMOTE_LOGIN = /\b(?:ssh|scp|sftp|rsync|ssh-copy-id)\b[^\n;|&]*$/;

/** Take `name@domain`: a mail address, or the user and host of a shell prompt. */
export function readMailOrPrompt(scanner: SecretScanner, from: number, at: number): number | null {
  const { text } = scanner;
  let to = skipWhile(text, at + 1, at + MAX_AHEAD, isRunCode);
  while (to > at + 1 && !isNameCode(text.charCodeAt(to - 1))) to--;
  const domain = text.slice(at + 1, to);
  const ending = domain.slice(domain.lastIndexOf('.') + 1);
  const isRemote = REMOTE_LOGIN.test(text.slice(Math.max(0, from - 120), from));
  if (
    SYSTEMD_UNIT_SUFFIXES.has(ending) ||
    (!isRemote && !/^[A-Z]/i.test(domain)) ||
    /^sha\d+$/.test(domain)
  )
    return null;
  if (domain.includes('.') && /^[A-Z]{2,}$/i.test(ending)) {
    scanner.addValue('mail', from, to);
    return to;
  }
  const isPrompt =
    isRemote || /^(?::|\]| [~/])/.test(text.slice(to, to + 2)) || text.startsWith('for ', from - 4);
  if (!isPrompt) return null;
  scanner.addValue('user', from, at);
  scanner.addValue('host', at + 1, to);
  return to;
}
