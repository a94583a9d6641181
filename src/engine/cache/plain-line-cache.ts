import { copyRange } from '../lines/byte-range.ts';
import { NO_TAG } from '../headers/tags.ts';
import type { LogLine } from '../normalize/log-line.ts';
import type { StandaloneMessages } from '../records/standalone-messages.ts';
import { DirectMappedCache, type Hash64 } from './direct-mapped-cache.ts';

/** Caches lines without a header or envelope: logs repeat them. */
export class PlainLineCache {
  readonly #messages: StandaloneMessages;
  readonly #lines = new DirectMappedCache<LogLine>();

  constructor(messages: StandaloneMessages) {
    this.#messages = messages;
  }

  findLine(hash: Hash64): LogLine | undefined {
    return this.#lines.findValue(0, NO_TAG, hash);
  }

  /** Cache a line from its second occurrence on. Its meaning as a message is then known. */
  cacheRepeatedLine(line: LogLine): void {
    const { hash, variants } = line;
    if (!hash || variants.length > 1 || !this.#lines.noteMiss(0, NO_TAG, hash)) return;
    const copy = line.withText(copyRange(line.text));
    copy.message = this.#messages.readMessage(copy.text);
    this.#lines.storeValue(copy);
    line.message = copy.message;
  }
}
