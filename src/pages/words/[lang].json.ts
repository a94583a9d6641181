import type { APIContext } from 'astro';
import { buildWords, type Language } from '../../catalog/index.ts';
import { content, languagePaths } from '../_content.ts';

export const getStaticPaths = languagePaths;
export const GET = ({ params }: APIContext): Response => Response.json(buildWords(content(), params['lang'] as Language));
