import type { APIContext } from 'astro';
import type { Language } from '../../../model/languages.ts';
import { absoluteUrl } from '../../components/href.ts';
import { pageText } from '../../../i18n/pages.ts';
import { iconPath, languagePaths, siteText } from '../_content.ts';

export const getStaticPaths = languagePaths;

/**
 * Let browsers search this site from the address bar. The query is in the fragment, so that it
 * never reaches a server.
 */
export const GET = ({ params }: APIContext): Response => {
  const lang = params['lang'] as Language;
  const { name, mark } = siteText(lang);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${name} ${mark?.language === lang ? mark.text : lang}</ShortName>
  <Description>${pageText[lang].search.description}</Description>
  <Language>${lang}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${absoluteUrl(iconPath())}</Image>
  <Url type="text/html" template="${absoluteUrl(`/${lang}/search/`)}#q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(xml, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml' },
  });
};
