import {
  guidesOf,
  titleOf,
  type Entry,
  type Guide,
  type Part,
  type Product,
} from '../../compiler/index.ts';
import { pageText } from '../../i18n/pages.ts';
import { spaceAfter } from '../../i18n/space-after.ts';
import type { Language } from '../../model/languages.ts';
import type { Checked } from '../../model/schemas/fields.ts';
import { inReadingOrder, shortTitle } from '../../report/format/index.ts';
import { absoluteUrl } from '../components/href.ts';
import {
  productNameIn,
  catalogText,
  checkedVersion,
  content,
  guideTitle,
  levelOf,
  productOfEntries,
  productOfGuide,
  proseLocals,
} from '../pages/_content.ts';
import {
  escapeText,
  writeBlocks,
  writeCode,
  writeCodeSpan,
  writeInlines,
  writeLink,
  writeMessageLink,
  type Names,
  type Target,
} from './write-blocks.ts';
import { currentSampleOf } from '../pages/_sample.ts';

/** Return the address of the page of a guide. */
export function guideUrl(slug: string, lang: Language): string {
  return absoluteUrl(`/${lang}/guides/${slug}/`);
}

/** Return the address of the page of an entry. */
export function entryUrl(id: string, lang: Language): string {
  return absoluteUrl(`/${lang}/errors/${id}/`);
}

/** Write the text of a guide's page as Markdown, in the order of the page: what to do first. */
export function guideMarkdown(guide: Guide, lang: Language): string {
  const text = pageText[lang];
  const { head, parts } = guide.prose[lang];
  const names = namesIn(lang, guide);
  const guideLink = (slug: string): string => writeLink(target(guideTitle(slug, lang), slug));
  const target = (title: string, slug: string): Target => ({ title, url: guideUrl(slug, lang) });
  const others = section(
    text.guide.tellsApart,
    guide.tellsApart.map(
      (other) => `${writeInlines(other.words[lang], names)} → ${guideLink(other.guide)}`,
    ),
  );
  const changes = Object.entries(guide.yaml.changes).reverse();
  const product = productOfGuide(guide);
  return join(
    `# ${escapeText(head.title)}`,
    `> ${escapeText(head.summary)}`,
    guide.yaml['start-by-hand']
      ? `**${escapeText(text.guide.startByHand(productNameIn(lang, product)))}**`
      : '',
    ...inReadingOrder(parts).flatMap((part) => [
      writePart(part, names, lang),
      ...(part.name === 'Signs' ? others : []),
    ]),
    ...section(
      text.guide.changes,
      changes.map(([version, change]) => `**${version}**: ${escapeText(change[lang])}`),
    ),
    ...section(text.guide.related, guide.yaml.related.map(guideLink)),
    foot(guideUrl(guide.slug, lang), writeCheck(guide.yaml.checked, product, lang)),
  );
}

/** Write the text of an entry's page as Markdown. */
export function entryMarkdown(entry: Entry, lang: Language): string {
  const text = pageText[lang];
  const { head, parts } = entry.prose[lang];
  const names = namesIn(lang);
  const sample = currentSampleOf(entry);
  const level = levelOf(entry);
  return join(
    `# ${writeCodeSpan(titleOf(entry))}`,
    `> ${escapeText(head.summary)}`,
    `**${text.act[entry.yaml.act]}**` +
      (level === '' ? '' : ` · ${level}`) +
      ` · ${escapeText(catalogText(entry.catalog, lang).title)}`,
    ...inReadingOrder(parts).map((part) => writePart(part, names, lang)),
    ...(sample ? [`## ${text.entry.sample}`, writeCode('log', sample.text.trimEnd())] : []),
    ...section(
      text.entry.guides,
      guidesOf(content(), entry.id).map((slug) =>
        writeLink({ title: guideTitle(slug, lang), url: guideUrl(slug, lang) }),
      ),
    ),
    ...section(
      text.entry.neighbours,
      entry.yaml.neighbours.map((id) => writeMessageLink(names.entry(id))),
    ),
    foot(
      entryUrl(entry.id, lang),
      writeCheck(entry.yaml.checked, productOfEntries([entry.id]), lang),
    ),
  );
}

function namesIn(lang: Language, guide?: Guide): Names {
  const text = pageText[lang];
  const { entryTitle, causesOf } = proseLocals(lang, guide);
  const list = new Intl.ListFormat(lang, { type: 'conjunction' });
  const either = new Intl.ListFormat(lang, { type: 'disjunction' });
  return {
    platform: (os) => text.search.platform[os],
    diagram: (slug) =>
      content().diagrams.find((diagram) => diagram.slug === slug)?.yaml.text[lang] ?? '',
    example: (values) => text.example(list.format(values)),
    guide: (slug) => ({ title: shortTitle(guideTitle(slug, lang)), url: guideUrl(slug, lang) }),
    entry: (id) => ({ title: entryTitle(id), url: entryUrl(id, lang) }),
    onlyIf: (step) => {
      const causes = causesOf(step).map(({ title }) => title);
      const { onlyIf } = text.guide;
      return causes.length === 0 ? '' : onlyIf + spaceAfter(onlyIf) + either.format(causes);
    },
  };
}

function writePart({ name, blocks }: Part, names: Names, lang: Language): string {
  return join(`## ${escapeText(pageText[lang].part[name])}`, writeBlocks(blocks, names));
}

/** Write a section of one list; nothing if the list is empty. */
function section(title: string, items: string[]): string[] {
  return items.length === 0
    ? []
    : [`## ${escapeText(title)}`, items.map((item) => `- ${item}`).join('\n')];
}

function foot(url: string, checked: string): string {
  return join('---', `<${url}>`, escapeText(checked));
}

function join(...blocks: string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

function writeCheck(checked: Checked, product: Product | undefined, lang: Language): string {
  return pageText[lang].guide.checked(
    checked.date,
    checkedVersion(product?.yaml.title ?? '', checked),
  );
}
