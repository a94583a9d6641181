import { isAlphanumeric, isDigitCode } from '../engine/lines/character-classes.ts';

/** Maximum length of an address with colons, in characters. */
const MAX_ADDRESS = 64;

const isHex = (code: number): boolean =>
  isDigitCode(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);

/** Read the IPv4 address that begins at `at`; return where it ends, or -1. */
export function readIpv4(text: string, at: number): number {
  let end = at;
  for (let octet = 0; octet < 4; octet++) {
    if (octet > 0 && text.charCodeAt(end++) !== 46) return -1;
    let value = 0;
    let digits = 0;
    for (; digits < 4 && isDigitCode(text.charCodeAt(end)); digits++, end++)
      value = value * 10 + text.charCodeAt(end) - 48;
    if (digits === 0 || digits > 3 || value > 255) return -1;
  }
  if (isAlphanumeric(text.charCodeAt(end))) return -1;
  return text.charCodeAt(end) === 46 && isDigitCode(text.charCodeAt(end + 1)) ? -1 : end;
}

/** Read the MAC or IPv6 address, written with colons, that begins at `at`; null if none does. */
export function readColonAddress(
  text: string,
  at: number,
): { kind: 'mac' | 'ip'; to: number } | null {
  let end = at;
  let colons = 0;
  for (; end - at < MAX_ADDRESS; end++) {
    const code = text.charCodeAt(end);
    if (code === 58) colons++;
    else if (!isHex(code) && code !== 46) break;
  }
  if (colons < 2 || end - at === MAX_ADDRESS) return null;
  // Drop the last group if it is the beginning of a word: `fe80::1:connection refused`.
  if (isAlphanumeric(text.charCodeAt(end))) end = text.lastIndexOf(':', end - 1);
  while (
    end > at &&
    (text.charCodeAt(end - 1) === 46 ||
      (text.charCodeAt(end - 1) === 58 && text.charCodeAt(end - 2) !== 58))
  )
    end--;
  const address = text.slice(at, end);
  if (
    /^(?:[0-9a-f]{2}(?::[0-9a-f]{2}){5}|(?=[\d:]*[a-f])[0-9a-f]{4}(?::[0-9a-f]{4}){2})$/i.test(
      address,
    )
  )
    return { kind: 'mac', to: end };
  return isIpv6(address) ? { kind: 'ip', to: end } : null;
}

function isIpv6(address: string): boolean {
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const embedded = last.includes('.');
  if (embedded && (groups.length < 2 || readIpv4(last, 0) !== last.length)) return false;
  const plain = embedded ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  const length = plain.length + (embedded ? 2 : 0);
  // Two groups without a digit are an identifier of a program, such as `Add::Bad`.
  return halves.length === 1
    ? length === 8
    : length <= 7 && (/\d/.test(address) || length > 2 || address === '::');
}

/**
 * Return whether an address reveals nothing: loopback, unspecified, a netmask, the prefix of SNMP
 * OIDs (1.3.6.1), or a cloud metadata endpoint.
 */
export function isPublicAddress(address: string): boolean {
  return (
    /^(?:127\.|255\.|0\.0\.0\.0$|1\.3\.6\.1$|169\.254\.169\.254$|169\.254\.170\.2$)/.test(
      address,
    ) || /^(?:::1?|fd00:ec2::254|(?:0:){7}[01]|::ffff:127\..*)$/i.test(address)
  );
}
