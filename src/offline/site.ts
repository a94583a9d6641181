/** What the build tells the service worker of the site; src/integrations/bundle-offline.ts makes it. */
export interface Site {
  /** Changes with any byte of the site. */
  version: string;
  /** The root of the files, such as `/kb/`. */
  base: string;
  /** By language, the addresses that the analyzer needs to read a log without a network. */
  shell: Record<string, string[]>;
}

/** offline/<lang>.json: what the whole site in a language is. It stands in the cache once all of it does. */
export interface Whole {
  /** The cache that belongs to this version of the site. */
  cache: string;
  /** On the device. */
  bytes: number;
  /** All but what the analyzer needs anyway. */
  files: [address: string, bytes: number][];
}

/** The caches of a site: several sites, each below its path, may share an origin. */
export function cachesOf(base: string): string {
  return `shindan ${base} `;
}

/** The address of the list of all files of the site in a language. */
export function wholeOf(base: string, language: string): string {
  return `${base}offline/${language}.json`;
}

/** Whether what an address gives never changes: its name or its query holds a hash of the content. */
export function isImmutable(address: string): boolean {
  return /\/_astro\/|\?v=/.test(address);
}

/** List the addresses that never change which a page or a script names in full. */
export function immutablesIn(text: string): string[] {
  return [
    ...new Set(
      text.match(/(?:\/[\w-]+)*\/_astro\/[\w.-]+\.(?:js|css)|(?:\/[\w-]+)+\.json\?v=\w+/g) ?? [],
    ),
  ];
}
