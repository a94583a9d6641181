import type { APIContext } from 'astro';
import type { Entry } from '../../../../../../compiler/index.ts';
import type { Language } from '../../../../../../model/languages.ts';
import { entryMarkdown } from '../../../../../markdown/page-markdown.ts';
import { entryPaths } from '../../../../_content.ts';

export const getStaticPaths = entryPaths;

export const GET = ({ params, props }: APIContext<{ entry: Entry }>): Response =>
  new Response(`${entryMarkdown(props.entry, params['lang'] as Language)}\n`);
