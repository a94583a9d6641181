import type { Language } from '../model/languages.ts';
import type { CollectCommand } from './CollectLog.tsx';
import type { DataUrls } from './worker/protocol.ts';

/** The parts of the page around the analyzer. */
const SURROUNDINGS = ['.skip', '.site-header', '.page-head', '.site-footer'];

/** The page in another language. */
export interface Translation {
  props: AnalyzerProps;
  /** Replace everything around the analyzer with the translated page. */
  show: () => void;
}

/**
 * Fetch the page in another language and take over its text. A navigation would have to carry the
 * pasted log in the address or in storage; this way the log, the report and typed text stay in
 * place. No history entry is added, because going back to one would reload the page.
 *
 * @throws Error if the page cannot be fetched; nothing has changed then
 */
export async function fetchTranslation(url: string): Promise<Translation> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const props = revive(JSON.parse(page.querySelector('astro-island')?.getAttribute('props') ?? ''));
  const show = (): void => {
    history.replaceState(null, '', url);
    document.documentElement.dataset['at'] = location.pathname;
    document.documentElement.lang = props.language;
    document.title = page.title;
    for (const place of SURROUNDINGS)
      document.querySelector(place)?.replaceWith(page.querySelector(place) ?? '');
    // On a phone, the link that was clicked is in the menu, which is now closed.
    [...document.querySelectorAll<HTMLElement>('.menu-button, .header-tools a')]
      .find((control) => control.checkVisibility())
      ?.focus({ preventScroll: true });
    const saveOfflinePlace = document.querySelector<HTMLElement>('[data-save-offline]');
    if (saveOfflinePlace)
      void import('./mount-save-offline.tsx').then(({ mountSaveOffline }) =>
        mountSaveOffline(saveOfflinePlace, props.language),
      );
  };
  return { props, show };
}

/** Astro's serialized island props: each value follows a type code, 1 for an array. */
type Serialized = [0 | 1, unknown];

function revive(properties: Record<string, Serialized>): AnalyzerProps {
  const valueOf = ([kind, value]: Serialized): unknown =>
    kind === 1
      ? (value as Serialized[]).map(valueOf)
      : value !== null && typeof value === 'object'
        ? objectOf(value as Record<string, Serialized>)
        : value;
  const objectOf = (written: Record<string, Serialized>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(written).map(([key, value]) => [key, valueOf(value)]));
  return objectOf(properties) as unknown as AnalyzerProps;
}

/** What can be pasted. */
export interface Accepted {
  /** The names of the programs whose logs are read, as they appear in a sentence. */
  programs: string;
  /** The names of their configuration files. */
  configurations: string[];
  /** Commands whose output is read. */
  commands: string[];
}

export interface AnalyzerProps {
  language: Language;
  /** The site's root for the language, such as `/ja/`. */
  root: string;
  urls: DataUrls;
  wordsUrl: string;
  rareTextsUrl: string;
  examples: { name: string; text: string }[];
  accepts: Accepted;
  places: CollectCommand[];
}
