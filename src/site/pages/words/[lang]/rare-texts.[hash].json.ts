import type { APIContext } from 'astro';
import { buildRareTexts } from '../../../../compiler/index.ts';
import type { Language } from '../../../../model/languages.ts';
import { content, hashOf, languagePaths } from '../../_content.ts';

/** Its hash is in its path: unlike a query, that lets the service worker cache it on first use. */
export const getStaticPaths = () =>
  languagePaths().map(({ params: { lang } }) => ({
    params: { lang, hash: hashOf(buildRareTexts(content(), lang)) },
  }));
export const GET = ({ params }: APIContext): Response =>
  Response.json(buildRareTexts(content(), params['lang'] as Language));
