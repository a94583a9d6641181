import { hideSecrets } from '../engine/index.ts';

const NAMED = /((?:^|[\s{,"'[])[\w.-]*(?:api_?key|password|passwd|secret|token)[\w.-]*["']?\s*[=:＝]\s*["'“”]?)([^\s"'“”,}\]]+)/gi;
const LONG = /(["'“”])([A-Za-z0-9+/=_-]{24,})(?=["'“”])/g;

/** Hide secrets of a line of configuration, character by character so that columns stay: values of keys that are named like one, long random words in quotes, and what is a secret by its place in a command or a URL. */
export function maskSecrets(line: string): string {
  return hideSecrets(line.slice(0, 2000))
    .replace(NAMED, (_, name: string, value: string) => name + '*'.repeat(value.length))
    .replace(LONG, (all, quote: string, value: string) => (/\d/.test(value) && /[A-Za-z]/.test(value) && !value.startsWith('/') ? quote + '*'.repeat(value.length) : all));
}
