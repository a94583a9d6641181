/** The service worker's configuration, written by src/site/integrations/write-offline.ts. */
export interface WorkerConfig {
  /** Changes with any byte of the site. */
  version: string;
  /** Root path of the site's files, such as `/kb/`. */
  base: string;
  /** By language, the addresses that the analyzer needs to work offline. */
  shell: Record<string, string[]>;
}

/**
 * offline/<lang>.json: the files of the site in one language. It is cached after all of them, so
 * that its presence shows that the whole site is saved.
 */
export interface SiteManifest {
  /** Name of the cache of this version of the site. */
  cache: string;
  /** Size on the device. */
  bytes: number;
  /** All files except those that the analyzer needs. */
  files: [address: string, bytes: number][];
}

/** Return the prefix of a site's cache names: sites at different paths may share an origin. */
export function cachePrefix(base: string): string {
  return `shindan ${base} `;
}

/** Return the address of the list of all files of the site in a language. */
export function manifestAddress(base: string, language: string): string {
  return `${base}offline/${language}.json`;
}

/** Return whether the file at an address never changes, because the address contains its hash. */
export function isImmutable(address: string): boolean {
  return /\/_astro\/|\?v=|\.[0-9a-f]{12}\.json$/.test(address);
}

/** Return the immutable addresses that a page or script contains in full. */
export function findImmutableAddresses(text: string): string[] {
  return [
    ...new Set(
      text.match(/(?:\/[\w-]+)*\/_astro\/[\w.-]+\.(?:js|css|woff2)|(?:\/[\w-]+)+\.json\?v=\w+/g) ??
        [],
    ),
  ];
}
