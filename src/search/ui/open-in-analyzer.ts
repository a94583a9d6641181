/**
 * Open the analyzer with a text or with files in this tab, without leaving a trace of them.
 *
 * @throws if the page cannot be fetched; the current page is then unchanged
 */
export async function openInAnalyzer(url: string, given: string | FileList): Promise<void> {
  const main = await openInPlace(url);
  for (const script of main.querySelectorAll('script')) script.replaceWith(runnable(script));
  const box = await ready(main);
  const files = main.querySelector<HTMLInputElement>('input[type=file]');
  if (typeof given !== 'string') {
    if (files) files.files = given;
    files?.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  box.value = given;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  box.focus({ preventScroll: true });
}

/**
 * Replace this page with another one, without running its scripts, so that it can receive a text.
 * A navigation would have to carry the text in an address, in storage, in `window.name` or in a
 * second window. Going back or forward reloads the page
 * (src/site/layouts/early-script.js compares its address with `data-at`).
 *
 * @throws if the page cannot be fetched; nothing has changed then
 */
export async function openInPlace(url: string): Promise<HTMLElement> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = page.querySelector('main');
  if (!main) throw new Error(`${url}: no main`);
  await Promise.all(
    [...page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(addStyles),
  );
  history.pushState(null, '', url);
  document.documentElement.dataset['at'] = location.pathname;
  document.title = page.title;
  document.querySelector('header')?.replaceWith(page.querySelector('header') ?? '');
  document.querySelector('main')?.replaceWith(main);
  // Run early-script.js once more, for the new header.
  document.dispatchEvent(new Event('readystatechange'));
  scrollTo(0, 0);
  return main;
}

async function addStyles(link: HTMLLinkElement): Promise<void> {
  const href = link.getAttribute('href') ?? '';
  if (document.querySelector(`link[rel=stylesheet][href="${CSS.escape(href)}"]`)) return;
  const copy = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  await new Promise((resolve) => {
    copy.onload = copy.onerror = resolve;
    document.head.append(copy);
  });
}

/** Clone a script, because a script created by DOMParser does not run. */
function runnable(script: HTMLScriptElement): HTMLScriptElement {
  const copy = document.createElement('script');
  for (const { name, value } of script.attributes) copy.setAttribute(name, value);
  copy.textContent = script.textContent;
  return copy;
}

/** Wait until the island is hydrated: Astro then removes its `ssr` attribute. */
function ready(main: HTMLElement): Promise<HTMLTextAreaElement> {
  return new Promise((resolve) => {
    const check = (): void => {
      const box = main.querySelector<HTMLTextAreaElement>('[data-analyze-input]');
      if (!box || box.closest('astro-island[ssr]')) return;
      observer.disconnect();
      resolve(box);
    };
    const observer = new MutationObserver(check);
    observer.observe(main, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['ssr'],
    });
    check();
  });
}
