import { z } from 'zod';
import { LANGUAGES, type Language } from '../languages.ts';
import { ICONS } from '../icons.ts';
import { categoryId, guideSlug, slug, texts } from './fields.ts';

const color = z
  .string()
  .regex(
    /^#[0-9a-f]{6}$/,
    "a color as '#' and six hexadecimal digits in lower case, such as '#1f3a8a'",
  );

const colors = z.strictObject({ light: color, dark: color });

/** The code of a language. */
const anyLanguage = z.string().regex(/^[a-z]{2,3}$/, 'the code of a language, such as ja');

const language = z
  .string()
  .regex(
    new RegExp(`^(?:${LANGUAGES.join('|')})$`),
    `${LANGUAGES.join(' or ')}; another language first needs its interface texts: ` +
      'a folder beside src/i18n/en/, and its code in src/model/languages.ts',
  )
  .transform((code) => code as Language);

/** A URL with placeholders in braces, which a page fills in. */
const urlWith = (...placeholders: string[]) =>
  z
    .string()
    .regex(
      new RegExp(
        `^${placeholders.map((name) => `(?=.*[{]${name}[}])`).join('')}(?:https://|mailto:)\\S+$`,
      ),
      `a URL with https: or mailto:, and with {${placeholders.join('} and {')}} in it`,
    );

/** content/site.yaml: what the site is called, and what an editor chose to show. */
export const siteSchema = z.strictObject({
  name: z.string().min(1).max(12),
  /** Where the site is served, with its path. SITE_URL takes its place. */
  url: z
    .string()
    .regex(/^https?:\/\/[^\s/?#@]+(?:\/[\w.~-]+)*\/?$/, {
      error: 'the address of the site, such as https://support.example.com/kb/',
      abort: true,
    })
    .refine((url) => URL.canParse(url), 'an address with a valid host and port')
    .exactOptional(),
  /** The name in another script, shown beside it. */
  mark: z.strictObject({ text: z.string().min(1).max(12), language: anyLanguage }).exactOptional(),
  /** Visitors whose browser asks for none of them see the first one. */
  languages: z
    .tuple([language], language)
    .refine((list) => new Set(list).size === list.length, 'each language once'),
  /** What the site does, in a few words: the title of the home page. */
  tagline: texts,
  /** What the site is for, in one sentence, for pages that are in no language. */
  about: z.string().min(10),
  /** A note at the foot of every page, such as who is behind the site. */
  note: texts.exactOptional(),
  home: z.strictObject({
    /** The heading above the box for a log, a message or words. */
    title: texts,
    /** The description for search engines. */
    description: texts,
    /** Common symptoms, each with the guide or the category of guides that helps. */
    symptoms: z
      .array(
        z
          .strictObject({
            title: texts,
            /** One sentence in plain words. */
            note: texts,
            icon: z.enum(ICONS).exactOptional(),
            guide: guideSlug.exactOptional(),
            category: categoryId.exactOptional(),
          })
          .refine(
            ({ guide, category }) => (guide === undefined) !== (category === undefined),
            'either guide or category',
          ),
      )
      .default([]),
  }),
  /** Guides with the case that the analyzer offers as an example log. */
  examples: z.array(z.strictObject({ guide: guideSlug, case: slug })).default([]),
  /** The groups of the guides, in order. */
  categories: z
    .array(
      z.strictObject({
        id: slug,
        title: texts,
        icon: z.enum(ICONS).exactOptional(),
        /**
         * Whether its guides are about no particular fault; among equal answers they come last.
         */
        general: z.boolean().default(false),
      }),
    )
    .min(1)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'each id once'),
  /** Guides that the program itself links to. */
  guides: z
    .strictObject({
      /** What to collect before asking support. */
      collect: guideSlug.exactOptional(),
    })
    .default({}),
  /** Official hosts: the only ones that prose may link to, by https. */
  hosts: z
    .array(z.hostname('a host name without https:// and path, such as www.example.com'))
    .default([]),
  /** Links at the foot of every page, such as the repository or an address for mistakes. */
  links: z
    .array(
      z.strictObject({
        title: texts,
        url: z.url({ protocol: /^(?:https|mailto)$/, error: 'a URL with https: or mailto:' }),
      }),
    )
    .default([]),
  /**
   * Where readers say that a page did not help, or that their message is not explained: a form for
   * a new issue, or a mail. `{title}` and `{body}` are filled in, never with text of a log:
   * `mailto:help@example.com?subject={title}&body={body}`.
   */
  feedback: urlWith('title', 'body').exactOptional(),
  /**
   * Where a page can be edited. `{file}` is filled in with its path, such as
   * content/guides/dns/en.mdx.
   */
  edit: urlWith('file').exactOptional(),
  theme: z
    .strictObject({
      /** Colors in place of the site's own, on light and on dark paper. */
      paper: colors.exactOptional(),
      ink: colors.exactOptional(),
      quiet: colors.exactOptional(),
      accent: colors.exactOptional(),
      stopped: colors.exactOptional(),
      risk: colors.exactOptional(),
      well: colors.exactOptional(),
      /** A picture in content/, which is the icon of the site and is shown before its name. */
      logo: z
        .string()
        .regex(/^[a-z0-9-]+\.svg$/, 'the name of an SVG file in content/, such as logo.svg')
        .exactOptional(),
      /** A stylesheet in content/, loaded after the site's own. */
      stylesheet: z
        .string()
        .regex(/^[a-z0-9-]+\.css$/, 'the name of a file in content/, such as theme.css')
        .exactOptional(),
    })
    .refine(
      ({ paper, ink }) => (paper === undefined) === (ink === undefined),
      'paper and ink together, or neither',
    )
    .default({}),
});

export type SiteYaml = z.infer<typeof siteSchema>;
