import type { Guide } from '../../compiler/index.ts';
import { pageText } from '../../i18n/pages.ts';
import type { Language } from '../../model/languages.ts';
import { hasVersions } from '../pages/_changes.ts';
import {
  catalogText,
  content,
  productOfEntries,
  productOfGuide,
  siteText,
  tables,
} from '../pages/_content.ts';
import type { Card, CardStyle, Tone } from './draw-card.ts';

/** The color of the icon of a site without a theme. */
const ACCENT = '#2e49b2';

/** The tone of a guide's card, by the effect of its fault. */
const TONES: Record<Guide['yaml']['effect'], Tone> = {
  stops: 'now',
  'loses-data': 'now',
  degrades: 'wait',
  minor: 'ignore',
  harmless: 'ignore',
};

/** Return the name of the card of an entry, which it shares with others of its catalog. */
export function entryCard(catalog: string, act: Tone): string {
  return `errors/${catalog}/${act}`;
}

/** Return the name of the card of any other page, from its path: `guides/<slug>/`. */
export function pageCard(path: string): string {
  return path.replace(/\/$/, '') || 'home';
}

/** Return what all cards of the site share. */
export function cardStyle(): CardStyle {
  const { theme, logo } = content().site;
  return { accent: theme.accent?.light ?? ACCENT, hasIcon: logo === '' };
}

const made = new Map<Language, Map<string, Card>>();

/** Return the cards in a language, by name. */
export function cards(lang: Language): Map<string, Card> {
  const known = made.get(lang) ?? makeCards(lang);
  made.set(lang, known);
  return known;
}

function makeCards(lang: Language): Map<string, Card> {
  const text = pageText[lang];
  const site = siteText(lang);
  const { products, catalogs, entries, guides } = content();
  const name = site.mark ? `${site.name} ${site.mark.text}` : site.name;
  const card = (label: string, title: string, product?: string, tone?: Tone): Card => ({
    lang,
    label,
    title,
    foot: product === undefined ? name : `${name} · ${product}`,
    tone,
  });
  const categoryOf = new Map(site.categories.map(({ id, title }) => [id, title]));
  const entryCards = new Map(
    entries.map(({ id, catalog, yaml: { act } }) => [
      entryCard(catalog, act),
      card(
        text.act[act],
        catalogText(catalog, lang).title,
        productOfEntries([id])?.yaml.title,
        act,
      ),
    ]),
  );
  return new Map([
    ['home', card(site.tagline, site.home.title)],
    ['guides', card(site.tagline, text.guides.title)],
    ['errors', card(site.tagline, text.nav.errors)],
    ['analyze', card(site.tagline, text.analyze.title)],
    ...(hasVersions()
      ? [['changes', card(site.tagline, text.changes.title)] satisfies [string, Card]]
      : []),
    ['tables', card(site.tagline, text.tables.title)],
    ...products.map(({ id, yaml }): [string, Card] => [
      `products/${id}`,
      card(text.product.list, yaml.title),
    ]),
    ...catalogs.map((catalog): [string, Card] => [
      `errors/${catalog.name}`,
      card(text.nav.errors, catalogText(catalog.name, lang).title),
    ]),
    ...tables().map(({ slug, yaml }): [string, Card] => [
      `tables/${slug}`,
      card(text.tables.title, yaml.title[lang]),
    ]),
    ...guides.map((guide): [string, Card] => [
      `guides/${guide.slug}`,
      card(
        categoryOf.get(guide.yaml.category) ?? '',
        guide.prose[lang].head.title,
        productOfGuide(guide)?.yaml.title,
        guide.yaml.evidence.length > 0 ? TONES[guide.yaml.effect] : undefined,
      ),
    ]),
    ...entryCards,
  ]);
}
