import type { Language } from '../model/languages.ts';
import { render } from 'preact';
import { SaveOffline } from './SaveOffline.tsx';

/**
 * Render SaveOffline into an element. It is not an Astro island, because `fetchTranslation` expects
 * the analyzer to be the page's only one.
 */
export function mountSaveOffline(place: HTMLElement, language: Language): void {
  // The key remounts it: each language has its own list of pages.
  render(
    <SaveOffline key={language} language={language} base={place.dataset['base'] ?? '/'} />,
    place,
  );
}
