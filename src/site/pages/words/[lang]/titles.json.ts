import type { APIContext } from 'astro';
import { buildTitles, type Language } from '../../../../compiler/index.ts';
import { content, languagePaths } from '../../_content.ts';

export const getStaticPaths = languagePaths;
export const GET = ({ params }: APIContext): Response =>
  Response.json(buildTitles(content(), params['lang'] as Language));
