import type { APIContext } from 'astro';
import type { Language } from '../../catalog/index.ts';
import { languagePaths, wordsFile } from '../_content.ts';

export const getStaticPaths = languagePaths;
export const GET = ({ params }: APIContext): Response => new Response(wordsFile(params['lang'] as Language));
