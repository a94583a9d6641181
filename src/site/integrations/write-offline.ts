import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { LANGUAGES } from '../../model/languages.ts';
import {
  cachePrefix,
  findImmutableAddresses,
  type WorkerConfig,
  type SiteManifest,
} from '../offline/site.ts';
import { isLanguageChunk } from './is-language-chunk.ts';

/** A script that Astro loads for islands with shared signals, which this site does not have. */
const SIGNALS = /^signals\./;
/**
 * Scripts that parse a YAML configuration, unpack an archive or a support report, compare two logs,
 * or write to support or to a customer. They are cached on first use.
 */
const RARELY_USED =
  /^(?:read-yaml|packed|report-payload|compar\w+|handover-texts|redact-parts)[.-]/i;
/** Copies that a server sends instead of a file. */
const COMPRESSED = /\.(?:br|gz)$/;
/** The icon of the site: its own, or a logo from its content. */
const ICONS = ['icon.svg', 'logo.svg'];

/**
 * Write the service worker, `sw.js`, and the lists of files that it caches, `offline/<lang>.json`.
 * All files that it may cache must have been written before.
 */
export async function writeOffline(root: string, base: string): Promise<void> {
  rmSync(join(root, 'offline'), { recursive: true, force: true });
  rmSync(join(root, 'sw.js'), { force: true });
  const languages = LANGUAGES.filter((language) => existsSync(join(root, language)));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !COMPRESSED.test(file) && statSync(join(root, file)).isFile())
    .sort();
  const site: WorkerConfig = {
    version: versionOf(root, files),
    base,
    shell: Object.fromEntries(
      languages.map((language) => [language, shellOf(root, base, language)]),
    ),
  };
  mkdirSync(join(root, 'offline'));
  for (const language of languages) {
    const whole = files
      .filter((file) => belongsTo(file, language))
      .map((file): [string, number] => [
        base + file.replace(/(^|\/)index\.html$/, '$1'),
        statSync(join(root, file)).size,
      ])
      .filter(([address]) => !site.shell[language]?.includes(address));
    const list: SiteManifest = {
      cache: cachePrefix(base) + site.version,
      bytes: whole.reduce((sum, [, bytes]) => sum + bytes, 0),
      files: whole,
    };
    writeFileSync(join(root, 'offline', `${language}.json`), JSON.stringify(list));
  }
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { SITE: JSON.stringify(site) },
    build: {
      outDir: root,
      emptyOutDir: false,
      modulePreload: false,
      rollupOptions: {
        input: fileURLToPath(new URL('../offline/worker.ts', import.meta.url)),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}

function versionOf(root: string, files: string[]): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 12);
}

/**
 * Return the addresses of the app shell: the analyzer page, the offline page, and all files that
 * they refer to, directly or indirectly.
 */
function shellOf(root: string, base: string, language: string): string[] {
  const pages = [`${language}/analyze/`, `${language}/offline/`];
  const found = new Set<string>();
  const read = (file: string): void => {
    const text = readFileSync(join(root, file), 'utf8');
    for (const data of findImmutableAddresses(text).filter((address) => address.includes('?')))
      found.add(data);
    // A page preloads the fonts of its language; the stylesheet names all.
    const names = file.endsWith('.html')
      ? /[\w.-]+\.(?:js|css|woff2)\b/g
      : /[\w.-]+\.(?:js|css)\b/g;
    for (const [name = ''] of text.matchAll(names)) {
      const address = `${base}_astro/${name}`;
      if (
        found.has(address) ||
        !existsSync(join(root, '_astro', name)) ||
        isTextInOther(name, language) ||
        SIGNALS.test(name) ||
        RARELY_USED.test(name)
      )
        continue;
      found.add(address);
      read(join('_astro', name));
    }
  };
  for (const page of pages) read(`${page}index.html`);
  return [
    ...pages.map((page) => base + page),
    ...ICONS.filter((icon) => existsSync(join(root, icon))).map((icon) => base + icon),
    ...found,
  ];
}

function isTextInOther(file: string, language: string): boolean {
  return LANGUAGES.some((other) => other !== language && isLanguageChunk(file, other));
}

/**
 * Return whether a file belongs to the whole site in a language: its pages, its search, and the
 * files that these load.
 */
function belongsTo(file: string, language: string): boolean {
  if (file.startsWith('pagefind/'))
    return !LANGUAGES.some(
      (other) => other !== language && new RegExp(`[/.]${other}[_.]`).test(file),
    );
  // Copies for other programs.
  if (/\.(?:md|txt)$/.test(file)) return false;
  return (
    file === 'catalog.json' ||
    ICONS.includes(file) ||
    [`${language}/`, `words/${language}/`, '_astro/', '_search/'].some((folder) =>
      file.startsWith(folder),
    )
  );
}
