import type { APIContext } from 'astro';
import { buildSymptoms } from '../../../../compiler/index.ts';
import type { Language } from '../../../../model/languages.ts';
import { content, languagePaths } from '../../_content.ts';

export const getStaticPaths = languagePaths;
export const GET = ({ params }: APIContext): Response =>
  Response.json(buildSymptoms(content(), params['lang'] as Language));
