import { checkPattern, PATTERN_LIMITS } from './check-pattern.ts';
import type {
  PatternFault,
  PatternLimit,
  ConfigProblem,
  Unchecked,
  ProblemCode,
} from '../model/inspection.ts';
import type { TextPosition, ConfigValue } from './config-document.ts';
import type { Setting } from '../model/settings.ts';
import { findUnknownOption } from './unknown-option.ts';

/** A fault of a value; the caller adds the line and the effect. */
export interface Fault {
  code: ProblemCode;
  place: TextPosition;
  found: string | null;
  expected?: string;
  detail?: ConfigProblem['detail'];
}

const ROLE = /^[a-z0-9][-\w]*:\s*[a-z0-9][-\w]*$/i;
/** A Go duration, or a quoted number without a unit. */
const DURATION = /^[-+]?(?:\d+|(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|[smh]))+)$/;
const DRIVE = /^"[A-Z]:\\[^\\]/i;
/** A name and more words, or a path and an option or another path; a path may have blanks. */
const WITH_ARGUMENTS = /^(?<program>[^\s/\\]+(?=\s+\S)|\S+(?=\s+[-/|<>&]))/;
const SECONDS: Record<string, number> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/** Check a value against its setting. */
export function checkValue(setting: Setting, value: ConfigValue): Fault[] {
  const faults = CHECKS[setting.type](value, setting);
  if (faults.length > 0) return faults;
  const escaped = [value, ...value.items].filter(
    (item) => item.escaped !== null && DRIVE.test(item.escaped),
  );
  return escaped.map((item) => ({
    code: 'escape-changed',
    place: item.place,
    found: item.escaped,
  }));
}

type Check = (value: ConfigValue, setting: Setting) => Fault[];

const CHECKS: Record<Setting['type'], Check> = {
  string: (value, setting) =>
    value.kind === 'string' ? checkText(value, setting) : wrongType(value, 'string'),
  boolean: (value) => (value.kind === 'boolean' ? [] : wrongType(value, 'boolean')),
  integer: (value, setting) =>
    value.kind === 'integer' ? checkLeast(value, setting) : wrongType(value, 'integer'),
  strings(value, setting) {
    if (value.kind !== 'array') return wrongType(value, 'strings');
    const others = value.items.filter(({ kind }) => kind !== 'string');
    if (others.length > 0) return others.flatMap((item) => wrongType(item, 'string'));
    return setting.format === 'role'
      ? value.items
          .filter(({ text }) => !ROLE.test(text))
          .map((item) => ({ code: 'role', place: item.place, found: item.text }))
      : [];
  },
  command(value, { options }) {
    const isRight =
      value.kind === 'string' ||
      (value.kind === 'array' &&
        value.items.length > 0 &&
        value.items.every(({ kind }) => kind === 'string'));
    return isRight
      ? [...checkFirstItem(value), ...checkOptions(value, options)]
      : [
          {
            code: 'command-type',
            place: (value.items.find(({ kind }) => kind !== 'string') ?? value).place,
            found: value.text,
          },
        ];
  },
  tables: (value) => (value.kind === 'array' ? [] : wrongType(value, 'array')),
  minutes: checkMinutes,
  pattern(value) {
    if (value.kind !== 'string') return wrongType(value, 'string');
    const detail = checkPattern(value.text);
    if (detail === null) return [];
    return isLimit(detail)
      ? [uncheckedFault(value.place, detail, PATTERN_LIMITS[detail])]
      : [{ code: 'pattern', place: value.place, found: value.text, detail }];
  },
};

/**
 * Report a program with its arguments in the first item of a list, which must be the name alone.
 */
function checkFirstItem({ kind, items: [first] }: ConfigValue): Fault[] {
  const program =
    kind === 'array' && first ? WITH_ARGUMENTS.exec(first.text)?.groups?.program : null;
  return first && program ? [{ code: 'command-words', place: first.place, found: program }] : [];
}

function checkOptions(command: ConfigValue, options: Setting['options'] = {}): Fault[] {
  const unknown = findUnknownOption(command, options);
  return unknown ? [{ code: 'unknown-option', ...unknown }] : [];
}

function isLimit(detail: PatternFault | PatternLimit): detail is PatternLimit {
  return detail in PATTERN_LIMITS;
}

/** Report something beyond a limit as unchecked: neither valid nor invalid. */
export function uncheckedFault(place: TextPosition, detail: Unchecked, limit: number): Fault {
  return { code: 'unchecked', place, found: null, expected: String(limit), detail };
}

function checkText(value: ConfigValue, { values, field }: Setting): Fault[] {
  if (value.isField)
    return value.text === field
      ? []
      : [{ code: 'value', place: value.place, found: value.text, expected: field ?? '' }];
  if (values && !values.includes(value.text) && value.text !== '')
    return [{ code: 'value', place: value.place, found: value.text, expected: values.join(', ') }];
  return [];
}

function checkLeast(value: ConfigValue, { min }: Setting): Fault[] {
  return min !== undefined && value.number < min
    ? [{ code: 'value', place: value.place, found: value.text, expected: `≥ ${min}` }]
    : [];
}

function checkMinutes(value: ConfigValue, { min, max }: Setting): Fault[] {
  if (value.kind !== 'integer' && value.kind !== 'string') return wrongType(value, 'minutes');
  const minutes = value.kind === 'integer' ? value.number : minutesOf(value.text);
  if (minutes === null || minutes < 0 || !Number.isInteger(minutes))
    return [{ code: 'duration', place: value.place, found: value.text, expected: 'minutes' }];
  const nearest = Math.min(Math.max(minutes, min ?? 0), max ?? Infinity);
  return minutes === 0 || nearest === minutes
    ? []
    : [{ code: 'range', place: value.place, found: String(minutes), expected: String(nearest) }];
}

function minutesOf(text: string): number | null {
  if (!DURATION.test(text)) return null;
  if (/^[-+]?\d+$/.test(text)) return Number(text);
  const seconds = [...text.matchAll(/(\d+(?:\.\d*)?)(ns|us|µs|ms|[smh])/g)].reduce(
    (sum, [, number, unit = 's']) => sum + Number(number) * (SECONDS[unit] ?? 1),
    0,
  );
  return (text.startsWith('-') ? -seconds : seconds) / 60;
}

function wrongType(value: ConfigValue, expected: string): Fault[] {
  return [{ code: 'type', place: value.place, found: value.kind, expected }];
}
