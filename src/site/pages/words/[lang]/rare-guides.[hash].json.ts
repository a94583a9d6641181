import type { APIContext } from 'astro';
import { buildRareGuides } from '../../../../compiler/index.ts';
import type { Language } from '../../../../model/languages.ts';
import { content, hashOf, languagePaths } from '../../_content.ts';

/** Its hash is in its path: unlike a query, that lets the service worker cache it on first use. */
export const getStaticPaths = () =>
  languagePaths().map(({ params: { lang } }) => ({
    params: { lang, hash: hashOf(buildRareGuides(content(), lang)) },
  }));
export const GET = ({ params }: APIContext): Response =>
  Response.json(buildRareGuides(content(), params['lang'] as Language));
