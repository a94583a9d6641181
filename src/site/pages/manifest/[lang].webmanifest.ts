import type { APIContext } from 'astro';
import type { Language } from '../../../model/languages.ts';
import { pageText } from '../../../i18n/pages.ts';
import { href } from '../../components/href.ts';
import { content, iconPath, languagePaths, siteText } from '../_content.ts';

export const getStaticPaths = languagePaths;

/** Let browsers install the site as an app. It opens the analyzer, which works offline. */
export const GET = ({ params }: APIContext): Response => {
  const lang = params['lang'] as Language;
  const { name, tagline } = siteText(lang);
  const { logo, theme } = content().site;
  const { nav, search } = pageText[lang];
  const picture = (file: string, size: number, purpose = 'any') => ({
    src: href(`/${file}`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: href('/'),
    name,
    short_name: name,
    description: tagline,
    lang,
    start_url: href(`/${lang}/analyze/`),
    scope: href('/'),
    display: 'standalone',
    background_color: theme.paper?.light ?? '#fbfaf7',
    icons: [
      { src: href(iconPath()), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ...(logo === ''
        ? [
            picture('icon-192.png', 192),
            picture('icon-512.png', 512),
            picture('icon-maskable-512.png', 512, 'maskable'),
          ]
        : []),
    ],
    shortcuts: [
      { name: search.title, url: href(`/${lang}/search/`) },
      { name: nav.guides, url: href(`/${lang}/guides/`) },
      { name: nav.errors, url: href(`/${lang}/errors/`) },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};
