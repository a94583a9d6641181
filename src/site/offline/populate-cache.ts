import { isOwnResponse } from './genuine.ts';
import { isImmutable } from './site.ts';

const PARALLEL_DOWNLOADS = 6;

/** How to fill a cache. */
export interface PopulateOptions {
  /** Called with each address as soon as it is cached. */
  onCached?: (address: string) => void;
  /** Cancels the download. */
  signal?: AbortSignal;
  /** Return whether a file with this text may be cached. */
  accept?: (page: string) => boolean;
}

/**
 * Download addresses into a cache. Immutable files are copied from the caches of other versions if
 * possible.
 *
 * @throws Error that lists the addresses that failed, after all others are cached
 * @throws the reason of `signal`, if it is aborted
 */
export async function populateCache(
  cache: Cache,
  addresses: string[],
  options: PopulateOptions = {},
): Promise<void> {
  const waiting = [...addresses];
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (
      let address = waiting.shift();
      address !== undefined && !options.signal?.aborted;
      address = waiting.shift()
    ) {
      if (await downloadTo(cache, address, options)) options.onCached?.(address);
      else failed.push(address);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_DOWNLOADS }, work));
  options.signal?.throwIfAborted();
  if (failed.length > 0) throw new Error(failed.join(' '));
}

async function downloadTo(
  cache: Cache,
  address: string,
  { accept, signal }: PopulateOptions,
): Promise<boolean> {
  const known = isImmutable(address)
    ? await caches.match(address, { ignoreVary: true })
    : undefined;
  // The HTTP cache of the browser may hold a page of an older version.
  const response =
    known ??
    (await fetch(address, {
      cache: isImmutable(address) ? 'default' : 'no-cache',
      ...(signal && { signal }),
    }).catch(() => null));
  if (!response || !(await isOwnResponse(address, response))) return false;
  if (accept && !accept(await response.clone().text())) return false;
  await cache.put(address, response);
  return true;
}
