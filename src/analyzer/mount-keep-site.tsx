import type { Language } from '../model/languages.ts';
import { render } from 'preact';
import { SaveOffline } from './SaveOffline.tsx';

/**
 * Render SaveOffline into its place. It is not an Astro island, because the page's only island is
 * the analyzer.
 */
export function mountKeepSite(place: HTMLElement, language: Language): void {
  // Each language has its own list of pages.
  render(
    <SaveOffline key={language} language={language} base={place.dataset['base'] ?? '/'} />,
    place,
  );
}
