import { populateCache } from './populate-cache.ts';
import { isOwnResponse, isServerError } from './genuine.ts';
import { cachePrefix, findImmutableAddresses, isImmutable, type WorkerConfig } from './site.ts';

/** How long to wait for a page before showing a cached copy, in milliseconds. */
const PAGE_TIMEOUT_MS = 2000;

/** Answers the requests of the site's pages from the network or the caches. */
export class FetchStrategies {
  readonly #site: WorkerConfig;
  readonly #pages: Set<string>;

  constructor(site: WorkerConfig) {
    this.#site = site;
    this.#pages = new Set(
      Object.values(site.shell)
        .flat()
        .filter((address) => !isImmutable(address)),
    );
  }

  /** Open the cache of this version. */
  openCache(): Promise<Cache> {
    return caches.open(cachePrefix(this.#site.base) + this.#site.version);
  }

  /** Return an immutable file from the cache of any version, because older tabs need old files. */
  async cacheFirst(request: Request): Promise<Response> {
    const kept = await caches.match(request, { ignoreVary: true });
    if (kept) return kept;
    const response = await fetch(request);
    // If the hash is in the query, the server may already send a newer file. Only the installation
    // caches such files, because all its files are of one version.
    if (!request.url.includes('?') && (await isOwnResponse(request.url, response))) {
      await (await this.openCache()).put(request, response.clone());
    }
    return response;
  }

  /**
   * Return any other file from the network, or the cached copy if the network fails or returns a
   * server error or a page of another site.
   */
  async networkFirst(request: Request): Promise<Response> {
    const network = fetch(request);
    const response = await network.catch(() => null);
    const isForeign = response?.ok === true && !(await isOwnResponse(request.url, response));
    if (response && !isForeign && !isServerError(response)) return response;
    return (await this.#findCached(new URL(request.url).pathname)) ?? network;
  }

  /**
   * Return a page from the network, or the cached copy if the network fails, is too slow or returns
   * a server error.
   */
  async pageWithTimeout(url: URL, network: Promise<Response>): Promise<Response> {
    const kept = await this.#findCached(url.pathname);
    if (!kept) return network.catch(() => this.#unreachable(url.pathname));
    const late = new Promise<Response>((resolve) =>
      setTimeout(() => resolve(kept), PAGE_TIMEOUT_MS),
    );
    const now = network.then(
      (response) => (isServerError(response) ? kept : response),
      () => kept,
    );
    const first = await Promise.race([now, late]);
    // A response that comes too late is not read, so free its connection.
    if (first === kept) network.then((response) => response.body?.cancel()).catch(() => undefined);
    return first;
  }

  /**
   * Cache a page that was read; the analyzer is cached completely or not at all. Pages with a query
   * in the address are never cached, because the reader may have typed the query.
   */
  async cachePage(url: URL, response: Response): Promise<void> {
    const language = this.#languageOf(url.pathname);
    if (url.pathname === `${this.#site.base}${language}/analyze/`)
      return this.cacheAnalyzer(language);
    if (language === '' || url.search !== '' || this.#pages.has(url.pathname)) return;
    // Clone it now, because the browser reads the response while this function waits.
    const copy = response.clone();
    if (await isOwnResponse(url.pathname, copy))
      await (await this.openCache()).put(url.pathname, copy);
  }

  /**
   * Cache the files that the analyzer of a language needs and that are not cached yet. Pages come
   * last, and only if all immutable files that they refer to are among these files.
   */
  async cacheAnalyzer(language: string): Promise<void> {
    const cache = await this.openCache();
    const shell = this.#site.shell[language] ?? [];
    const cached = await Promise.all(shell.map((address) => cache.match(address)));
    const missing = shell.filter((_address, index) => !cached[index]);
    await populateCache(cache, missing.filter(isImmutable));
    await populateCache(
      cache,
      missing.filter((address) => !isImmutable(address)),
      {
        accept: (page) => findImmutableAddresses(page).every((address) => shell.includes(address)),
      },
    );
  }

  /** Return the languages of the pages at these paths. */
  languagesOf(paths: string[]): string[] {
    return [
      ...new Set(paths.map((path) => this.#languageOf(path)).filter((language) => language !== '')),
    ];
  }

  /** Return the cached copy of this version, or else of an older one. */
  async #findCached(path: string): Promise<Response | undefined> {
    return (
      (await (await this.openCache()).match(path, { ignoreVary: true })) ??
      caches.match(path, { ignoreVary: true })
    );
  }

  #languageOf(path: string): string {
    return (
      Object.keys(this.#site.shell).find((language) =>
        path.startsWith(`${this.#site.base}${language}/`),
      ) ?? ''
    );
  }

  /** Respond without a network: redirect a short link, or show the page that lists saved pages. */
  async #unreachable(path: string): Promise<Response> {
    const { base, shell } = this.#site;
    const languages = [
      this.#languageOf(path),
      ...navigator.languages.map((code) => code.slice(0, 2)),
      ...Object.keys(shell),
    ].filter((language) => shell[language]);
    for (const language of languages) {
      const page = await this.#findCached(`${base}${language}/offline/`);
      if (page) return redirectShortLink(base, path, language) ?? page;
    }
    return Response.error();
  }
}

const SHORT: Record<string, string> = { e: 'errors', g: 'guides' };

function redirectShortLink(base: string, path: string, language: string): Response | null {
  const [kind = '', ...rest] = path.slice(base.length).split('/');
  if (kind === '') return Response.redirect(`${base}${language}/`);
  return SHORT[kind] === undefined
    ? null
    : Response.redirect([`${base}${language}`, SHORT[kind], ...rest].join('/'));
}
