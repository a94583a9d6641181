import { content } from './_content.ts';

/** Only a site with a logo of its own has the file. */
export function getStaticPaths(): { params: { file: string } }[] {
  return content().site.logo === '' ? [] : [{ params: { file: 'logo' } }];
}

/** The logo of the site, from its content. */
export const GET = (): Response =>
  new Response(content().site.logo, { headers: { 'Content-Type': 'image/svg+xml' } });
