import { seededRandom } from './random.ts';

const TIME = /\b\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\b/g;
const ADDRESS = /\b(?:\d{1,3}\.){3}\d{1,3}\b/g;
const PORT = /(?<=\.\d{1,3}:|\]:)\d{2,5}\b/g;
const HOST_ID = /(?<=hostID[ =:]+|hosts\/)[0-9A-Za-z]{11}\b/g;
const HOST_NAME = /(?<=hostName = |"name":")[\w.-]+/g;

/**
 * Repeat logs up to `megabytes` (10^6 bytes), each time with other addresses, ports, host ids and
 * host names. Times are replaced with ascending ones.
 */
export function varyLogs(logs: string[], megabytes: number): string {
  const random = seededRandom(11);
  const pieces: string[] = [];
  let second = 0;
  for (let length = 0, index = 0; length < megabytes * 1e6; index++) {
    const address = (): string => `198.51.${random(256)}.${random(256)}`;
    const id = Array.from({ length: 11 }, () => random(36).toString(36)).join('');
    const piece = (logs[index % logs.length] ?? '')
      .replace(TIME, () => timeAt((second += random(60))))
      .replace(ADDRESS, (old) => (old.startsWith('127.') || old.startsWith('0.') ? old : address()))
      .replace(PORT, (old) => (old === '443' || old === '53' ? old : String(1024 + random(64_000))))
      .replace(HOST_ID, id)
      .replace(HOST_NAME, `host-${random(100_000)}.example.com`);
    pieces.push(piece.endsWith('\n') ? piece : `${piece}\n`);
    length += Buffer.byteLength(piece);
  }
  return pieces.join('');
}

function timeAt(second: number): string {
  return new Date(Date.UTC(2026, 0, 1) + second * 1000)
    .toISOString()
    .slice(0, 19)
    .replaceAll('-', '/')
    .replace('T', ' ');
}
