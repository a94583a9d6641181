import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { openIndex } from '../../src/site/integrations/index-site.ts';
import { writeOffline } from '../../src/site/integrations/write-offline.ts';
import { isOwnResponse } from '../../src/site/offline/genuine.ts';
import { answersOn, untilDone, untilReady } from '../browser/analyzer-page.ts';
import { useBrowser } from './browser.ts';
import { startNetworkProxy, PORTAL, type NetworkProxy } from './network-proxy.ts';
import { violations } from './axe-violations.ts';
import { sample, sampleLanguages } from '../helpers/sample.ts';
import { serveBuild } from '../browser/serve-build.ts';

const browser = useBrowser();
const base = inject('base');
const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));
const folder = mkdtempSync(join(tmpdir(), 'shindan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LOG = `2026/03/02 04:12:09 INFO <main> Starting mackerel-agent version:0.85.1, rev:aaaaaaa, apibase:https://api.mackerelio.com
2026/03/02 04:12:11 WARNING <command> Failed to post metrics value (will retry): API request failed: 403 Forbidden`;
/** A paste that is answered by a rare guide. The steps of rare guides are loaded on demand. */
const RARE =
  '$ wget -q -O - https://mackerel.io/file/cert/GPG-KEY-mackerel-v2 | sudo apt-key add -\nsudo: apt-key: command not found\n';
const WAIT = { interval: 200 };
const CONFIG = 'apikey = "k"\nrolse = []\n';

/** Guides that a copy of the site must contain, because tests open them. */
const OPENED_GUIDES = ['dns', 'key-rejected', 'proxy'];

/**
 * Copy the built site with only a sample of its guides and messages, because it takes a browser
 * long to save a thousand files. Compressed files are left out, because tests change the originals.
 */
async function copyBuild(): Promise<string> {
  const site = join(folder, 'copy');
  const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      /^\w\w\/(?:guides|errors\/[^/]+)\/[^/]+\/index\.html$/.test(file) &&
      !OPENED_GUIDES.some((slug) => file.endsWith(`/guides/${slug}/index.html`)),
  );
  const kept = new Set(sample(pages, 200));
  const excluded = new Set(pages.filter((page) => !kept.has(page)));
  cpSync('dist', site, {
    recursive: true,
    filter: (file) =>
      !/\.(?:br|gz)$/.test(file) &&
      !excluded.has(relative('dist', file)) &&
      // The index is built again; images of link previews and short links of messages are not
      // saved.
      !['pagefind', 'cards', 'e'].includes(relative('dist', file)),
  });
  const index = await openIndex();
  for (const page of readdirSync(site, { recursive: true, encoding: 'utf8' }))
    if (page.endsWith('.html'))
      index.add(`/${page.replace(/index\.html$/, '')}`, readFileSync(join(site, page), 'utf8'));
  await index.write(site);
  await writeOffline(site, '/');
  return site;
}
let copy: Promise<string> | undefined;

/** Serve the copy of the site, or a copy of it that a test may change. */
async function serveCopy(name?: string): Promise<{ site: string; url: string }> {
  const whole = await (copy ??= copyBuild());
  const site = name === undefined ? whole : join(folder, name);
  if (site !== whole) cpSync(whole, site, { recursive: true });
  const server = await serveBuild(site);
  ends.push(() => server.stop());
  return { site, url: server.url };
}

/** Visit the analyzer for the first time, and wait until it says that it works offline. */
async function visit(
  site = base,
  lang = 'en',
): Promise<{ page: Page & { problems: string[] }; network: NetworkProxy; root: string }> {
  const network = await startNetworkProxy(site);
  ends.push(() => network.close());
  const root = network.url + new URL(site).pathname.replace(/\/$/, '');
  const page = await browser.page({
    serviceWorkers: 'allow',
    locale: lang === 'ja' ? 'ja-JP' : 'en-GB',
  });
  await page.goto(`${root}/${lang}/analyze/`);
  await page.waitForSelector('[data-save-state="no"]');
  return { page, network, root };
}

async function answer(page: Page, log = LOG): Promise<(string | null)[]> {
  await untilReady(page);
  await page.fill('[data-analyze-input]', log);
  await untilDone(page);
  return answersOn(page);
}

describe('the first visit', () => {
  it.each(['en', 'ja'])('downloads no more than 300 KB of the site, in %s', async (lang) => {
    const { page } = await visit(base, lang);
    const kept = await page.evaluate(async () =>
      (
        await Promise.all(
          (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
        )
      )
        .flat()
        .map(({ url }) => new URL(url).pathname),
    );
    const files = [...new Set(['/sw.js', ...kept])]
      .map((path) => `dist${path}${path.endsWith('/') ? 'index.html' : ''}`)
      .filter(existsSync);
    expect(files).toContain(`dist/words/${lang}.json`);
    expect(files.length).toBeGreaterThan(10);
    // Count the compressed files, which the server sends where the build wrote them.
    const sent = files.map((file) => statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size);
    expect(sent.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(300_000);
  });

  it.each([
    ...sampleLanguages(1).map((lang) => [lang, base] as const),
    ['en', inject('kbBase')] as const,
  ])(
    'is enough to analyze logs and configurations without a network, in %s at %s',
    async (lang, site) => {
      const { page, network } = await visit(site, lang);
      network.setState('cut');
      network.requestedPaths.length = 0;
      expect(await answer(page)).toEqual(['key-rejected']);
      expect(await answer(page, CONFIG)).toEqual(['unexpected-key']);
      expect(network.requestedPaths).toEqual([]);
      await page.reload();
      expect(await answer(page)).toEqual(['key-rejected']);
      expect(page.problems.filter((problem) => !problem.includes('ERR_'))).toEqual([]);
    },
  );

  it('loads the steps of rare guides in one file, once an answer needs them', async () => {
    const { page, network } = await visit();
    const steps = page.locator('[data-answer="apt-keyring"] [data-step]');
    const note = page.locator('[data-answer="apt-keyring"] [role="status"]');
    network.setState('cut');
    expect(await answer(page, RARE)).toEqual(['apt-keyring']);
    expect(await steps.count()).toBe(0);
    expect(await note.innerText()).toContain('could not be loaded');

    network.setState('open');
    network.requestedPaths.length = 0;
    expect(await answer(page, RARE)).toEqual(['apt-keyring']);
    expect(await steps.count()).toBeGreaterThan(0);
    expect(await note.count()).toBe(0);
    expect(network.requestedPaths).toEqual([
      expect.stringMatching(/^\/words\/en\/rare-texts\.\w+\.json$/),
    ]);

    network.setState('cut');
    await page.reload();
    expect(await answer(page, RARE)).toEqual(['apt-keyring']);
    expect(await steps.count()).toBeGreaterThan(0);
  });

  it('makes no request while a log is analyzed, even online', async () => {
    const { page, network } = await visit();
    network.requestedPaths.length = 0;
    expect(await answer(page)).toEqual(['key-rejected']);
    expect(network.requestedPaths).toEqual([]);
    expect(
      await page.evaluate(async () =>
        (
          await Promise.all(
            (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
          )
        )
          .flat()
          .map(({ url }) => url)
          .join(),
      ),
    ).not.toContain('Forbidden');
  });
});

describe('without a network', () => {
  it('shows visited pages, and a list of them in place of any other page', async () => {
    const { page, network, root } = await visit();
    await page.goto(`${root}/en/guides/dns/`);
    const title = await page.locator('h1').innerText();
    await page.goto(`${root}/en/search/?q=my+secret`);
    network.setState('cut');
    await page.goto(`${root}/g/dns/`);
    expect(page.url()).toBe(`${root}/en/guides/dns/`);
    expect(await page.locator('h1').innerText()).toBe(title);
    expect(
      await page.evaluate(() =>
        [...document.styleSheets].every(({ cssRules }) => cssRules.length > 0),
      ),
    ).toBe(true);
    await page.goto(`${root}/en/guides/proxy/`);
    expect(await page.locator('h1').innerText()).toBe('No network');
    await page.waitForSelector('[data-pages] a');
    expect(await page.locator('[data-pages] a').allInnerTexts()).toEqual([title]);
    expect(
      await page.evaluate(async () =>
        (
          await Promise.all(
            (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
          )
        )
          .flat()
          .map(({ url }) => url)
          .join(),
      ),
    ).not.toContain('secret');
    expect(await violations(page)).toEqual([]);
  });

  it('uses the language of the page, or of the browser', async () => {
    const { page, network, root } = await visit(base, 'ja');
    network.setState('cut');
    for (const path of ['/ja/guides/proxy/', '/g/proxy/', '/', '/en/guides/proxy/']) {
      await page.goto(root + path);
      expect(await page.locator('h1').innerText(), path).toBe('ネットワークにつながっていません');
    }
  });

  it('does not wait for a network that does not respond if the page is cached', async () => {
    const { page, network, root } = await visit();
    await page.goto(`${root}/en/guides/dns/`);
    network.setState('slow');
    await page.goto(`${root}/en/guides/dns/`);
    expect(await page.locator('main').innerText()).toContain('lookup');
  });
});

/** Return the texts of all cached responses. */
function cachedTexts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const kept = await Promise.all(opened.map((cache) => cache.matchAll()));
    return Promise.all(kept.flat().map((response) => response.text()));
  });
}

describe('a network that asks for a login', () => {
  it('shows its login page, which is never cached', async () => {
    const { page, network, root } = await visit();
    await page.goto(`${root}/en/guides/dns/`);
    const title = await page.locator('h1').innerText();
    network.setState('portal');
    for (const path of ['/en/guides/dns/', '/en/guides/proxy/', '/en/analyze/', '/g/dns/']) {
      await page.goto(root + path);
      expect(await page.locator('h1').innerText(), path).toBe('Log in to the network');
    }
    const script = await page.evaluate(() =>
      fetch('/_astro/nothing.js').then((response) => response.text()),
    );
    expect(script).toBe(PORTAL);
    expect(
      (await cachedTexts(page)).filter((text) => text.includes('Log in to the network')),
    ).toEqual([]);
    network.setState('cut');
    await page.goto(`${root}/en/guides/dns/`);
    expect(await page.locator('h1').innerText()).toBe(title);
    await page.goto(`${root}/en/guides/proxy/`);
    expect(await page.locator('h1').innerText()).toBe('No network');
    await page.goto(`${root}/en/analyze/`);
    expect(await answer(page)).toEqual(['key-rejected']);
  });

  it('makes saving the whole site fail with a message', async () => {
    const { page, network } = await visit((await serveCopy()).url);
    network.setState('portal');
    await page.locator('.save-offline button').click();
    await page.waitForSelector('[data-save-state="failed"]');
    expect(
      (await cachedTexts(page)).filter((text) => text.includes('Log in to the network')),
    ).toEqual([]);
  });

  it.each(['en', 'ja'])('is not mistaken for a page of the site, in %s', async (lang) => {
    const pages = readdirSync(`dist/${lang}`, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('index.html'),
    );
    expect(pages.length).toBeGreaterThan(200);
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    const wrong: string[] = [];
    for (const file of pages) {
      const response = new Response(readFileSync(join('dist', lang, file)), { headers });
      const path = `/${lang}/${file.slice(0, -'index.html'.length)}`;
      if (
        !(await isOwnResponse(path, response)) ||
        (await isOwnResponse(`${path}other/`, response))
      )
        wrong.push(path);
    }
    expect(wrong).toEqual([]);
    expect(await isOwnResponse(`/${lang}/guides/dns/`, new Response(PORTAL, { headers }))).toBe(
      false,
    );
  });
});

describe('a failing server', () => {
  it('does not hide cached pages, whatever its status', async () => {
    const { page, network, root } = await visit();
    await page.goto(`${root}/en/guides/dns/`);
    const title = await page.locator('h1').innerText();
    for (const status of sample([500, 502, 503, 504], 4, 1)) {
      network.setState(status);
      for (const [path, shown] of [
        ['/en/guides/dns/', title],
        ['/en/guides/proxy/', `Status ${status}`],
      ] as const) {
        await page.goto(root + path);
        expect(await page.locator('h1').innerText(), path).toBe(shown);
      }
      await page.goto(`${root}/en/analyze/`);
      expect(await answer(page), String(status)).toEqual(['key-rejected']);
    }
  });

  it('with status 404 replaces a cached page', async () => {
    const { page, network, root } = await visit();
    await page.goto(`${root}/en/guides/dns/`);
    network.setState(404);
    await page.goto(`${root}/en/guides/dns/`);
    expect(await page.locator('h1').innerText()).toBe('Status 404');
  });
});

describe('the whole site', () => {
  // In one test, because saving the site takes longer than everything else.
  it('is saved on request, even after a failure, and is kept until it is removed', async () => {
    const { page, network, root } = await visit((await serveCopy()).url);
    const button = page.locator('.save-offline button');
    expect(await button.innerText()).toMatch(/^Save the whole site on this device \(\d+\.\d MB\)$/);
    network.setState('slow');
    await button.click();
    await page.waitForSelector('.save-offline progress');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.waitForSelector('[data-save-state="no"]');
    network.setState('cut');
    await button.click();
    await page.waitForSelector('[data-save-state="failed"]');
    expect(await page.locator('.save-offline [role=status]').innerText()).toContain('Try again');
    network.setState('open');
    await button.click();
    await page.waitForSelector('[data-save-state="kept"]');
    expect(await violations(page)).toEqual([]);

    // Neither a login page nor an error page replaces the cached files of the search.
    await page.goto(`${root}/en/search/`);
    for (const state of ['portal', 503] as const) {
      network.setState('open');
      await page.reload();
      network.setState(state);
      await page.fill('#search-box', 'no such host');
      await page.waitForSelector('[data-result="guide:dns"]');
    }

    network.setState('cut');
    await page.goto(`${root}/en/guides/proxy/`);
    expect(await page.locator('main').innerText()).toContain('proxy');
    await page.goto(`${root}/en/search/#q=no+such+host`);
    await page.waitForSelector('[data-result="guide:dns"]');
    await page.goto(`${root}/en/analyze/`);
    await page.waitForSelector('[data-save-state="kept"]');
    await button.click();
    await page.waitForSelector('[data-save-state="no"]');
    await page.goto(`${root}/en/guides/proxy/`);
    expect(await page.locator('h1').innerText()).toBe('No network');
  });
});

/**
 * Replace a site with its next version, as a deployment does: other script names, another title,
 * and no file of the old version.
 */
async function deploy(site: string): Promise<void> {
  const assets = join(site, '_astro');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const renamed = (text: string): string =>
    scripts.reduce((all, name) => all.replaceAll(name, name.replace('.js', 'Next.js')), text);
  for (const name of scripts) {
    writeFileSync(
      join(assets, name),
      renamed(readFileSync(join(assets, name), 'utf8')).replaceAll(
        'Open the whole guide',
        'Open the next guide',
      ),
    );
    renameSync(join(assets, name), join(assets, renamed(name)));
  }
  const words = join(site, 'words/en.json');
  writeFileSync(
    words,
    readFileSync(words, 'utf8').replace(
      /("api\/forbidden":\{"title":"","summary":")[^"]*/,
      '$1The next title',
    ),
  );
  for (const page of [
    'en/analyze/index.html',
    'ja/analyze/index.html',
    'en/offline/index.html',
    'ja/offline/index.html',
  ]) {
    writeFileSync(
      join(site, page),
      renamed(readFileSync(join(site, page), 'utf8')).replace(/(words\/en\.json\?v=)\w+/, '$1next'),
    );
  }
  await writeOffline(site, '/');
}

describe('a new version', () => {
  const shownBy = async (page: Page): Promise<(string | null)[]> => [
    await page.locator('.verdict h2').textContent(),
    await page.locator('[data-answer="key-rejected"] > p:last-child').innerText(),
  ];

  it('replaces the old one, and no page mixes the two', async () => {
    const { site, url } = await serveCopy('next');
    const { page: old, network, root } = await visit(url);
    await old.goto(`${root}/en/guides/dns/`);
    await old.goto(`${root}/en/analyze/`);
    const names = (page: Page) => page.evaluate(() => caches.keys());
    const state = (page: Page) =>
      page.evaluate(async () => {
        const { active, waiting, installing } =
          (await navigator.serviceWorker.getRegistration()) ?? {};
        return [active, waiting, installing].map((worker) => worker?.state ?? null);
      });
    const [first] = await names(old);

    await deploy(site);
    const fresh = await old.context().newPage();
    await fresh.goto(`${root}/en/analyze/`);
    await expect.poll(() => names(fresh), WAIT).toHaveLength(2);
    await expect.poll(() => state(fresh), WAIT).toEqual(['activated', null, null]);
    await expect
      .poll(
        () =>
          fresh
            .reload()
            .then(() => answer(fresh))
            .then(() => shownBy(fresh)),
        WAIT,
      )
      .toEqual(['Act now: The next title', 'Open the next guide']);
    await answer(old);
    const [title, link] = await shownBy(old);
    expect(title).not.toContain('The next title');
    expect(link).toBe('Open the whole guide');

    expect(await names(fresh)).toContain(first);
    await old.close();
    await expect.poll(() => fresh.reload().then(() => names(fresh)), WAIT).not.toContain(first);
    expect(await names(fresh)).toHaveLength(1);
    network.setState('cut');
    await fresh.reload();
    await answer(fresh);
    expect(await shownBy(fresh)).toEqual(['Act now: The next title', 'Open the next guide']);
    await fresh.goto(`${root}/en/guides/dns/`);
    expect(await fresh.locator('main').innerText()).toContain('lookup');
  });

  it('leaves the old one in place if it cannot be downloaded completely', async () => {
    const { site, url } = await serveCopy('half');
    const { page, network, root } = await visit(url);
    await deploy(site);
    rmSync(join(site, 'words/en.json'));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      const { installing } = registration ?? {};
      await new Promise<void>((resolve) =>
        installing
          ? installing.addEventListener(
              'statechange',
              () => installing.state === 'redundant' && resolve(),
            )
          : resolve(),
      );
    });
    network.setState('cut');
    await page.goto(`${root}/en/analyze/`);
    await answer(page);
    expect((await shownBy(page))[1]).toBe('Open the whole guide');
  });
});
