/** Extracts messages from lines of JSON or CSV. */
import { unescape } from '../lines/go-quote.ts';

/**
 * Return the first of the given fields that is a string in a line of JSON, or null. A truncated
 * line is read as far as it goes.
 */
export function readJsonField(fields: readonly string[], text: string): string | null {
  // Most lines contain none of the fields and need not be parsed.
  if (!fields.some((field) => text.includes(`"${field}"`))) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    // Some collectors wrap the line once more, such as `{"jsonPayload": {"message": …}}`.
    for (const record of [value, ...Object.values(value)]) {
      for (const field of fields) {
        const inner: unknown = (record as Record<string, unknown> | null)?.[field];
        if (typeof inner === 'string') return inner.replace(/\n$/, '');
      }
    }
  } catch {
    for (const field of fields) {
      const [, inner] = new RegExp(`"${field}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)`).exec(text) ?? [];
      if (inner !== undefined) return unescape(inner).replace(/\n$/, '');
    }
  }
  return null;
}

/** Return the program that a line of JSON names as its source, or null. */
export function readJsonSender(fields: readonly string[], text: string): string | null {
  return new RegExp(`"(?:${fields.join('|')})"\\s*:\\s*"([^"\\\\]*)`).exec(text)?.[1] ?? null;
}

/**
 * Return the host, pod or container that a line of JSON names in the first of the given fields that
 * it has, or null. The name may be inside an object: `"host": {"name": "web01"}`.
 */
export function readJsonSource(fields: readonly string[], text: string): string | null {
  for (const field of fields) {
    if (!text.includes(`"${field}"`)) continue;
    const [, name] =
      new RegExp(
        `"${field.replaceAll('.', '\\.')}"\\s*:\\s*(?:\\{[^{}]*?"(?:host)?name"\\s*:\\s*)?"([^"\\\\]+)`,
      ).exec(text) ?? [];
    if (name !== undefined) return name;
  }
  return null;
}

const JSON_MEMBER = /^\s*"[\w.@-]+"\s*:\s/;

/** Return the message in a line of a multi-line JSON object with one field per line, or null. */
export function readJsonMember(fields: readonly string[], line: string): string | null {
  return JSON_MEMBER.test(line) ? readJsonField(fields, `{${line.replace(/,\s*$/, '')}}`) : null;
}

/** Return the last field of a CSV row. */
export function readCsvField(text: string): string {
  return text.startsWith('"') ? text.slice(1).replace(/"\s*$/, '').replaceAll('""', '"') : text;
}
