import { fill } from './fill.ts';
import { isGenuine, isServerError } from './genuine.ts';
import { cachesOf, immutablesIn, isImmutable, type Site } from './site.ts';

/** Milliseconds that a page may take to come where an older copy is there. */
const PATIENCE = 2000;

/** Answers what a page of the site asks for; `now` is the cache of this version. */
export class Answers {
  readonly #site: Site;
  readonly #pages: Set<string>;

  constructor(site: Site) {
    this.#site = site;
    this.#pages = new Set(
      Object.values(site.shell)
        .flat()
        .filter((address) => !isImmutable(address)),
    );
  }

  /** Open the cache of this version. */
  open(): Promise<Cache> {
    return caches.open(cachesOf(this.#site.base) + this.#site.version);
  }

  /** A file that never changes: from whichever version has it, so that a tab of an older one keeps its own. */
  async immutable(request: Request): Promise<Response> {
    const kept = await caches.match(request, { ignoreVary: true });
    if (kept) return kept;
    const response = await fetch(request);
    // What a query names by its hash may have been replaced on the server: only the installation, which is all of one version, keeps it.
    if (!request.url.includes('?') && (await isGenuine(request.url, response))) {
      await (await this.open()).put(request, response.clone());
    }
    return response;
  }

  /** Any other file: what the server has now, or what was kept where it gives nothing of the site. */
  async file(request: Request): Promise<Response> {
    const network = fetch(request);
    const response = await network.catch(() => null);
    const isStrange = response?.ok === true && !(await isGenuine(request.url, response));
    if (response && !isStrange && !isServerError(response)) return response;
    return (await this.#find(new URL(request.url).pathname)) ?? network;
  }

  /** A page: from the network, or from the device where that fails, takes too long or has an error. */
  async page(url: URL, network: Promise<Response>): Promise<Response> {
    const kept = await this.#find(url.pathname);
    if (!kept) return network.catch(() => this.#unreachable(url.pathname));
    const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE));
    const now = network.then(
      (response) => (isServerError(response) ? kept : response),
      () => kept,
    );
    const first = await Promise.race([now, late]);
    // What comes too late is not read, and must not hold its connection.
    if (first === kept) network.then((response) => response.body?.cancel()).catch(() => undefined);
    return first;
  }

  /** Keep a page that was read; the analyzer is kept whole or not at all. What stands in a query may have been typed, and is never kept. */
  async keep(url: URL, response: Response): Promise<void> {
    const language = this.#languageOf(url.pathname);
    if (url.pathname === `${this.#site.base}${language}/analyze/`)
      return this.keepAnalyzer(language);
    if (language === '' || url.search !== '' || this.#pages.has(url.pathname)) return;
    // Before the page is read, which it is while this waits.
    const copy = response.clone();
    if (await isGenuine(url.pathname, copy)) await (await this.open()).put(url.pathname, copy);
  }

  /** Keep what the analyzer of a language needs, unless it is there: the pages last, and only where they name no file but those. */
  async keepAnalyzer(language: string): Promise<void> {
    const cache = await this.open();
    const shell = this.#site.shell[language] ?? [];
    const there = await Promise.all(shell.map((address) => cache.match(address)));
    const missing = shell.filter((_address, index) => !there[index]);
    await fill(cache, missing.filter(isImmutable));
    await fill(
      cache,
      missing.filter((address) => !isImmutable(address)),
      { accept: (page) => immutablesIn(page).every((address) => shell.includes(address)) },
    );
  }

  /** List the languages that addresses of pages are in. */
  languagesOf(paths: string[]): string[] {
    return [
      ...new Set(paths.map((path) => this.#languageOf(path)).filter((language) => language !== '')),
    ];
  }

  /** What is kept of this version, or else of an older one. */
  async #find(path: string): Promise<Response | undefined> {
    return (
      (await (await this.open()).match(path, { ignoreVary: true })) ??
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

  /** Where there is no network: a short link leads on by itself, and any other page says what can be read. */
  async #unreachable(path: string): Promise<Response> {
    const { base, shell } = this.#site;
    const languages = [
      this.#languageOf(path),
      ...navigator.languages.map((code) => code.slice(0, 2)),
      ...Object.keys(shell),
    ].filter((language) => shell[language]);
    for (const language of languages) {
      const page = await this.#find(`${base}${language}/offline/`);
      if (page) return leadOn(base, path, language) ?? page;
    }
    return Response.error();
  }
}

const SHORT: Record<string, string> = { e: 'errors', g: 'guides' };

function leadOn(base: string, path: string, language: string): Response | null {
  const [kind = '', ...rest] = path.slice(base.length).split('/');
  if (kind === '') return Response.redirect(`${base}${language}/`);
  return SHORT[kind] === undefined
    ? null
    : Response.redirect([`${base}${language}`, SHORT[kind], ...rest].join('/'));
}
