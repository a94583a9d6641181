import type { APIContext } from 'astro';
import { buildReportWords } from '../../../compiler/index.ts';
import type { Language } from '../../../model/languages.ts';
import { content, languagePaths } from '../_content.ts';

export const getStaticPaths = languagePaths;
export const GET = ({ params }: APIContext): Response =>
  Response.json(buildReportWords(content(), params['lang'] as Language));
