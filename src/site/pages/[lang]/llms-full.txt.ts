import type { APIContext } from 'astro';
import type { Language } from '../../../model/languages.ts';
import { writeFullText } from '../../markdown/llms.ts';
import { otherLanguagePaths } from '../_content.ts';

export const getStaticPaths = otherLanguagePaths;

export const GET = ({ params }: APIContext): Response =>
  new Response(`${writeFullText(params['lang'] as Language)}\n`);
