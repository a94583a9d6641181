import { render } from 'preact';
import { KeepSite } from './KeepSite.tsx';

/**
 * Render KeepSite into its place. It is not an Astro island, because the page's only island is the
 * analyzer.
 */
export function mountKeepSite(place: HTMLElement, language: 'en' | 'ja'): void {
  // Each language has its own list of pages.
  render(
    <KeepSite key={language} language={language} base={place.dataset['base'] ?? '/'} />,
    place,
  );
}
