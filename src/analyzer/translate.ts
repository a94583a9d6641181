import type { AnalyzerProps } from './Analyzer.tsx';

/** Around the analyzer. */
const AROUND = ['.skip', '.site-header', '.page-head', '.site-footer'];

/** The page in another language. */
export interface Translation {
  props: AnalyzerProps;
  /** Let all around the analyzer speak it. */
  show: () => void;
}

/**
 * Fetch the page in another language, to take its words into this one. A navigation would have to carry what was pasted in an address or a
 * store; so there is none, and the log, the report and what was typed stay where they are. The history gets no entry, for the page of one
 * that is gone back to would be loaded anew.
 *
 * @throws where it cannot be fetched; then nothing has changed
 */
export async function translate(url: string): Promise<Translation> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const props = revive(JSON.parse(page.querySelector('astro-island')?.getAttribute('props') ?? ''));
  const show = (): void => {
    history.replaceState(null, '', url);
    document.documentElement.dataset['at'] = location.pathname;
    document.documentElement.lang = props.language;
    document.title = page.title;
    for (const place of AROUND)
      document.querySelector(place)?.replaceWith(page.querySelector(place) ?? '');
    document.querySelector<HTMLElement>('.header-tools a')?.focus({ preventScroll: true });
    const kept = document.querySelector<HTMLElement>('[data-keep-site]');
    if (kept)
      void import('./mount-keep-site.tsx').then(({ mountKeepSite }) =>
        mountKeepSite(kept, props.language),
      );
  };
  return { props, show };
}

/** What Astro writes for an island: each value behind the number of its kind, 1 for a list. */
type Written = [0 | 1, unknown];

function revive(properties: Record<string, Written>): AnalyzerProps {
  const valueOf = ([kind, value]: Written): unknown =>
    kind === 1
      ? (value as Written[]).map(valueOf)
      : value !== null && typeof value === 'object'
        ? objectOf(value as Record<string, Written>)
        : value;
  const objectOf = (written: Record<string, Written>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(written).map(([key, value]) => [key, valueOf(value)]));
  return objectOf(properties) as unknown as AnalyzerProps;
}
