/**
 * Measures the time and download size of the search on a slow phone (Chromium, CPU slowed down four
 * times): `npm run bench -- search`, after `npm run build`. Exits with 1 if over budget.
 */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { launchChromium } from '../browser/chromium.ts';
import { serveBuild } from '../browser/serve-build.ts';

const SLOWDOWN = 4;
const ROUNDS = 5;
const WORDS = 'agent does not start';
const LINE = '2026/03/02 04:12:11 WARNING <command> API request failed: 403 Forbidden';
const BUDGET = { cold: 600, warm: 150, words: 150_000, line: 90_000 };

const server = await serveBuild('dist');
const base = server.url.replace(/\/$/, '');
const browser = await launchChromium({ isMeasured: true });

interface Visit {
  page: Page;
  session: CDPSession;
  /** Bytes on the wire since the last call, with the names of their files. */
  transferred(): { bytes: number; files: string[] };
}

/** Open a guide in a browser with an empty cache. */
async function visit(lang: string): Promise<Visit> {
  const page = await (await (browser as Browser).newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const names = new Map<string, string>();
  let bytes = 0;
  let files: string[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request }) =>
    names.set(requestId, new URL(request.url).pathname),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    // The icon belongs to the page, but browsers load it late.
    if (names.get(requestId)?.endsWith('/icon.svg')) return;
    bytes += encodedDataLength;
    files.push(names.get(requestId) ?? requestId);
  });
  await page.goto(`${base}/${lang}/guides/key-rejected/`, { waitUntil: 'load' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return {
    page,
    session,
    transferred: () => {
      const seen = { bytes, files };
      [bytes, files] = [0, []];
      return seen;
    },
  };
}

/**
 * Enter a text into the search box and wait for the first result. Return the milliseconds by the
 * page's clock, including the first focus, which loads the search.
 */
function ask(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (value) =>
      new Promise<number>((resolve) => {
        const input = document.querySelector<HTMLInputElement>('[data-search] input');
        const list = document.querySelector('#search-list');
        if (!input || !list) throw new Error('no box');
        list.replaceChildren();
        const started = performance.now();
        const observer = new MutationObserver(() => {
          if (!list.querySelector('[data-result]')) return;
          observer.disconnect();
          resolve(performance.now() - started);
        });
        observer.observe(list, { childList: true });
        input.focus();
        input.value = value;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }),
    text,
  );
}

const median = (times: number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

let isOver = false;
function printFigure(name: string, value: number, budget: number, unit: string): void {
  isOver ||= value > budget;
  const figure = `${value.toFixed(0).padStart(7)} ${unit}`;
  const verdict = value > budget ? '  OVER' : '';
  process.stdout.write(`${name.padEnd(46)} ${figure}  (budget ${budget})${verdict}\n`);
}

for (const lang of ['en', 'ja']) {
  const [cold, warm]: [number[], number[]] = [[], []];
  let bytes = 0;
  let files: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { page, transferred } = await visit(lang);
    transferred();
    cold.push(await ask(page, WORDS));
    ({ bytes, files } = transferred());
    warm.push(await ask(page, 'pr'), await ask(page, 'proxy'));
    await page.context().close();
  }
  printFigure(`${lang}: first results, cold page`, median(cold), BUDGET.cold, 'ms');
  printFigure(`${lang}: first results, warm page`, median(warm), BUDGET.warm, 'ms');
  printFigure(`${lang}: bytes of the first query in words`, bytes, BUDGET.words, 'B ');
  if (files.some((file) => /catalog\.json|engine|pagefind/.test(file)))
    printFigure(`${lang}: loads ${files.join(' ')}`, Infinity, 0, '');
  const { page, transferred } = await visit(lang);
  transferred();
  await ask(page, LINE);
  const line = transferred();
  printFigure(`${lang}: bytes of the first pasted line`, line.bytes, BUDGET.line, 'B ');
  if (line.files.some((file) => file.includes('pagefind')))
    printFigure(`${lang}: a pasted line loads Pagefind`, Infinity, 0, '');
  await page.context().close();
}
await browser.close();
server.stop();
process.exitCode = isOver ? 1 : 0;
