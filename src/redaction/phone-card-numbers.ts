/** Telephone and card numbers, recognized by their grouping, leading digits and check digit. */
import { isAlphanumeric } from '../engine/lines/character-classes.ts';
import type { PrivateKind } from './value-formats.ts';

/** Maximum length of such a number, in characters. */
const MAX_NUMBER = 24;

const DOMESTIC =
  /^(?:0\d{1,4}-\d{1,4}-\d{3,4}|0[5789]0 \d{4} \d{4}|0\d{1,4}\(\d{1,4}\)\d{4}|\(\d{2,4}\) ?\d{3,4}-\d{4}|0[5789]0\d{8})(?![\w-]|\.\d)/;
const INTERNATIONAL = /^\+[1-9][\d() -]{8,18}\d(?![\w-]|\.\d)/;
/**
 * Without spaces, a number counts only with a common country code. Any other one may be a number
 * with a plus sign.
 */
const CONTIGUOUS =
  /^\+(?:81\d{9,10}|1\d{10}|44\d{10}|49\d{10,11}|86\d{11}|82\d{9,10}|33\d{9}|61\d{9}|91\d{10})$/;
const CARD =
  /^(?:\d{4}([ -])\d{4}\1\d{4}\1\d{4}|3[47]\d\d([ -])\d{6}\2\d{5}|\d{15,16})(?![\w-]|\.\d)/;
/** Issuers: Visa, Mastercard, Amex, JCB, Discover and UnionPay. */
const ISSUER = /^(?:4|5[1-5]|2[2-7]|3[47]|35|6(?:011|2|5))/;
/** A unit after the number, which shows that it is a count, not a card. */
const UNIT = /^ ?(?:bytes?|[kMG]?i?B|[mnuµ]?s|ops|packets?)\b/;

/** Read the telephone or card number that begins at `from`; null if none does. */
export function readPersonalNumber(
  text: string,
  from: number,
): { kind: PrivateKind; to: number } | null {
  const before = text.charCodeAt(from - 1);
  if (isAlphanumeric(before) || before === 46 || before === 45 || before === 95 || before === 43)
    return null;
  const head = text.slice(from, from + MAX_NUMBER);
  const phone = (DOMESTIC.exec(head) ?? INTERNATIONAL.exec(head))?.[0];
  if (phone !== undefined && isPhone(phone)) return { kind: 'phone', to: from + phone.length };
  const card = CARD.exec(head)?.[0];
  if (
    card === undefined ||
    before === 9 ||
    !isCard(card.replace(/[ -]/g, '')) ||
    UNIT.test(text.slice(from + card.length, from + card.length + 10))
  )
    return null;
  return { kind: 'card', to: from + card.length };
}

function isPhone(written: string): boolean {
  const digits = written.replace(/\D/g, '').length;
  if (!written.startsWith('+')) return digits === 10 || digits === 11;
  return (
    digits >= 10 &&
    digits <= 15 &&
    (/^\+\d+$/.test(written) ? CONTIGUOUS.test(written) : !/[ -]{2}/.test(written))
  );
}

/** Return whether the issuer is known and the check digit is right (Luhn algorithm). */
function isCard(digits: string): boolean {
  if (!ISSUER.test(digits) || /^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
