import type { APIContext } from 'astro';
import type { Language } from '../../../model/languages.ts';
import { writeIndex } from '../../markdown/llms.ts';
import { otherLanguagePaths } from '../_content.ts';

export const getStaticPaths = otherLanguagePaths;

export const GET = ({ params }: APIContext): Response =>
  new Response(`${writeIndex(params['lang'] as Language)}\n`);
