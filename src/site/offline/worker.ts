/**
 * The service worker makes the analyzer, and the pages that were read or saved, work offline.
 *
 * Each version of the site has its own cache. A hashed file is served from whichever version has
 * it, so that a page never gets files of another version. A new version fills its cache completely
 * before it takes over; the old cache is deleted once every tab from before the update is closed.
 * Except during installation, the worker requests only what a page requests.
 */
import { FetchStrategies } from './fetch-strategies.ts';
import { populateCache } from './populate-cache.ts';
import {
  cachePrefix,
  isImmutable,
  manifestAddress,
  type WorkerConfig,
  type SiteManifest,
} from './site.ts';

declare const self: ServiceWorkerGlobalScope;
/** Injected by the build. */
declare const SITE: WorkerConfig;

const site = SITE;
const strategies = new FetchStrategies(site);
/** Where to store the ids of the tabs that may still need files of an older version. */
const OLDER_TABS = `${site.base}offline/older-tabs.json`;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (
    request.method !== 'GET' ||
    url.origin !== self.location.origin ||
    !url.pathname.startsWith(site.base)
  )
    return;
  if (request.mode === 'navigate') {
    const network = fetch(request);
    const copy = network.then((response) => strategies.cachePage(url, response));
    event.waitUntil(copy.catch(() => undefined).then(deleteOldCaches));
    event.respondWith(strategies.pageWithTimeout(url, network));
  } else
    event.respondWith(
      isImmutable(request.url) ? strategies.cacheFirst(request) : strategies.networkFirst(request),
    );
});

/** Cache the pages that other versions had cached, and the analyzer in the open tabs' languages. */
async function install(): Promise<void> {
  const cache = await strategies.openCache();
  const had = await cachedPaths();
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  const languages = strategies.languagesOf([
    ...open.map(({ url }) => new URL(url).pathname),
    ...had,
  ]);
  for (const language of languages) await strategies.cacheAnalyzer(language);
  for (const language of languages)
    if (had.includes(manifestAddress(site.base, language))) await cacheWholeSite(cache, language);
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  // A page that no longer exists must not block the update.
  await populateCache(
    cache,
    had.filter((path) => path.endsWith('/') && !there.has(path)),
  ).catch(() => undefined);
  await self.skipWaiting();
}

async function cacheWholeSite(cache: Cache, language: string): Promise<void> {
  const address = manifestAddress(site.base, language);
  const list = await fetch(address, { cache: 'no-cache' });
  const { files } = (await list.clone().json()) as SiteManifest;
  await populateCache(
    cache,
    files.map(([file]) => file),
  );
  await cache.put(address, list);
}

async function activate(): Promise<void> {
  await (await strategies.openCache()).put(OLDER_TABS, Response.json(await openTabs()));
  await self.clients.claim();
  await deleteOldCaches();
}

/** Delete the caches of older versions, unless a tab from before this version is still open. */
async function deleteOldCaches(): Promise<void> {
  const cache = await strategies.openCache();
  const olderTabs = (await (await cache.match(OLDER_TABS))?.json()) as string[] | undefined;
  const open = await openTabs();
  if (!olderTabs || olderTabs.some((id) => open.includes(id))) return;
  const names = await ourCaches();
  await Promise.all(
    names
      .filter((name) => name !== cachePrefix(site.base) + site.version)
      .map((name) => caches.delete(name)),
  );
  await cache.delete(OLDER_TABS);
}

async function openTabs(): Promise<string[]> {
  return (await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })).map(
    ({ id }) => id,
  );
}

/** Return the paths of everything that is cached, in any version. */
async function cachedPaths(): Promise<string[]> {
  const requests = await Promise.all(
    (await ourCaches()).map(async (name) => (await caches.open(name)).keys()),
  );
  return [...new Set(requests.flat().map(({ url }) => new URL(url).pathname))];
}

async function ourCaches(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(cachePrefix(site.base)));
}
