/** List the saved guides and messages as links in a section, which is hidden if there are none. */
export async function listSavedPages(section: HTMLElement): Promise<void> {
  const root = section.dataset['pages'] ?? '/';
  const list = section.querySelector('ul');
  for (const address of await addressesBelow(root)) {
    const page = await caches.match(address, { ignoreVary: true });
    const title = new DOMParser()
      .parseFromString((await page?.text()) ?? '', 'text/html')
      .title.replace(/ \| [^|]*$/, '');
    if (!title || !list) continue;
    const link = Object.assign(document.createElement('a'), { href: address, textContent: title });
    list.appendChild(document.createElement('li')).append(link);
    section.hidden = false;
  }
}

/**
 * Return the paths of the saved guides and messages, guides first. If the whole site is saved,
 * return its two index pages instead.
 */
async function addressesBelow(root: string): Promise<string[]> {
  const requests = await Promise.all(
    (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
  );
  const paths = [...new Set(requests.flat().map(({ url }) => new URL(url).pathname))];
  const indexes = [`${root}guides/`, `${root}errors/`].filter((path) => paths.includes(path));
  if (indexes.length === 2) return indexes;
  return paths
    .filter((path) => path.startsWith(`${root}guides/`) || path.startsWith(`${root}errors/`))
    .sort()
    .reverse();
}
