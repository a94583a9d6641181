import { render } from 'preact';
import { KeepSite } from './KeepSite.tsx';

/** Put what is kept on the device into its place on the page. It is no island, because the one of the page is the analyzer. */
export function mountKeepSite(place: HTMLElement, language: 'en' | 'ja'): void {
  // The pages of each language are kept apart.
  render(
    <KeepSite key={language} language={language} base={place.dataset['base'] ?? '/'} />,
    place,
  );
}
