/** Show the guides and messages that are on the device as links in a section, which stays hidden where there are none. */
export async function listPages(section: HTMLElement): Promise<void> {
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

/** The paths of kept guides and messages, guides first; where the whole site is kept, its lists of both lead on. */
async function addressesBelow(root: string): Promise<string[]> {
  const caught = await Promise.all(
    (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
  );
  const paths = [...new Set(caught.flat().map(({ url }) => new URL(url).pathname))];
  const lists = [`${root}guides/`, `${root}errors/`].filter((path) => paths.includes(path));
  if (lists.length === 2) return lists;
  return paths
    .filter((path) => path.startsWith(`${root}guides/`) || path.startsWith(`${root}errors/`))
    .sort()
    .reverse();
}
