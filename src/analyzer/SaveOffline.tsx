import type { Language } from '../model/languages.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { offlineText } from '../i18n/offline.ts';
import { populateCache } from '../site/offline/populate-cache.ts';
import { cachePrefix, manifestAddress, type SiteManifest } from '../site/offline/site.ts';
import { formatBytes } from './format-bytes.ts';

type State = { kind: 'no' | 'kept' | 'failed' } | { kind: 'keeping'; bytes: number };

/**
 * Registers the service worker so that the analyzer works offline, and lets the user keep the whole
 * site on the device. Renders nothing if the browser has no service workers.
 */
export function SaveOffline({ language, base }: { language: Language; base: string }) {
  const text = offlineText[language];
  const [whole, setWhole] = useState<SiteManifest | null>(null);
  const [state, setState] = useState<State>({ kind: 'no' });
  const running = useRef<AbortController | null>(null);
  const list = manifestAddress(base, language);

  useEffect(() => {
    // Ask for the list first: a request that reaches a service worker while a new version replaces
    // it makes Chromium keep the old one for minutes.
    Promise.all([readManifest(list), registerWorker(base)])
      .then(([{ manifest, isKept }]) => {
        setWhole(manifest);
        if (isKept) setState({ kind: 'kept' });
      })
      .catch(() => undefined);
  }, []);

  if (!whole) return null;

  const keep = async (): Promise<void> => {
    const { signal } = (running.current = new AbortController());
    const sizes = new Map(whole.files);
    let bytes = 0;
    const onFilled = (address: string): void => {
      bytes += sizes.get(address) ?? 0;
      setState({ kind: 'keeping', bytes });
    };
    setState({ kind: 'keeping', bytes });
    const cache = await caches.open(whole.cache);
    try {
      await populateCache(
        cache,
        whole.files.map(([address]) => address),
        { onCached: onFilled, signal },
      );
      await cache.put(list, Response.json(whole));
      setState({ kind: 'kept' });
    } catch {
      if (signal.aborted) await remove();
      else setState({ kind: 'failed' });
    }
  };

  const remove = async (): Promise<void> => {
    for (const name of await caches.keys()) {
      if (!name.startsWith(cachePrefix(base))) continue;
      const cache = await caches.open(name);
      await Promise.all(
        [list, ...whole.files.map(([address]) => address)].map((address) => cache.delete(address)),
      );
    }
    setState({ kind: 'no' });
  };

  const size = formatBytes(whole.bytes);
  return (
    <section class="home-section save-offline" data-save-state={state.kind}>
      <h2>{text.title}</h2>
      <p>{text.works}</p>
      {state.kind === 'keeping' && (
        <p>
          <progress max={whole.bytes} value={state.bytes} aria-label={text.keep(size)} />{' '}
          <span>{text.keeping(formatBytes(state.bytes), size)}</span>
        </p>
      )}
      <p role="status">
        {state.kind === 'kept' ? text.kept(size) : state.kind === 'failed' ? text.failed : ''}
      </p>
      {state.kind === 'keeping' ? (
        <button type="button" class="quiet" onClick={() => running.current?.abort()}>
          {text.stop}
        </button>
      ) : (
        <button
          type="button"
          class="quiet"
          onClick={() => void (state.kind === 'kept' ? remove() : keep())}
        >
          {state.kind === 'kept' ? text.remove : text.keep(size)}
        </button>
      )}
    </section>
  );
}

/** Read the list of the site's files, from the cache if the whole site is kept. */
async function readManifest(list: string): Promise<{ manifest: SiteManifest; isKept: boolean }> {
  const kept = await caches.match(list);
  const response = kept ?? (await fetch(list, { cache: 'no-cache' }));
  return { manifest: (await response.json()) as SiteManifest, isKept: kept !== undefined };
}

/** Register the service worker, and wait until it controls the page. */
async function registerWorker(base: string): Promise<void> {
  await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller)
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
}
