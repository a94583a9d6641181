import { isGenuine } from './genuine.ts';
import { isImmutable } from './site.ts';

const AT_ONCE = 6;

/** How a cache is filled. */
export interface Filling {
  /** Called with each address that is there. */
  onFilled?: (address: string) => void;
  /** Ends it early. */
  signal?: AbortSignal;
  /** Whether a page may be kept. */
  accept?: (page: string) => boolean;
}

/**
 * Put what addresses give into a cache. What never changes is taken from an older version of the site, where that has it.
 *
 * @throws where an address gives nothing, after the others, or it was ended early
 */
export async function fill(
  cache: Cache,
  addresses: string[],
  filling: Filling = {},
): Promise<void> {
  const waiting = [...addresses];
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (
      let address = waiting.shift();
      address !== undefined && !filling.signal?.aborted;
      address = waiting.shift()
    ) {
      if (await put(cache, address, filling)) filling.onFilled?.(address);
      else failed.push(address);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  filling.signal?.throwIfAborted();
  if (failed.length > 0) throw new Error(failed.join(' '));
}

async function put(cache: Cache, address: string, { accept, signal }: Filling): Promise<boolean> {
  const known = isImmutable(address)
    ? await caches.match(address, { ignoreVary: true })
    : undefined;
  // The browser's own copy of a page may be of an older version.
  const response =
    known ??
    (await fetch(address, {
      cache: isImmutable(address) ? 'default' : 'no-cache',
      ...(signal && { signal }),
    }).catch(() => null));
  if (!response || !(await isGenuine(address, response))) return false;
  if (accept && !accept(await response.clone().text())) return false;
  await cache.put(address, response);
  return true;
}
