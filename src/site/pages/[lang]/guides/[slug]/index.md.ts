import type { APIContext } from 'astro';
import type { Guide } from '../../../../../compiler/index.ts';
import type { Language } from '../../../../../model/languages.ts';
import { guideMarkdown } from '../../../../markdown/page-markdown.ts';
import { guidePaths } from '../../../_content.ts';

export const getStaticPaths = guidePaths;

export const GET = ({ params, props }: APIContext<{ guide: Guide }>): Response =>
  new Response(`${guideMarkdown(props.guide, params['lang'] as Language)}\n`);
