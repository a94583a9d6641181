import type { Language } from '../../model/languages.ts';
import { wrapText } from '../components/diagrams/wrap-text.ts';

/** The state that a page is about, drawn with the shape that it has everywhere on the site. */
export type Tone = 'now' | 'wait' | 'ignore';

/** What the preview image of a page says. */
export interface Card {
  lang: Language;
  /** What kind of page it is. */
  label: string;
  title: string;
  /** The site, and the product. */
  foot: string;
  tone?: Tone | undefined;
}

/** In pixels: the proportions that previews of links have. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const MARGIN = 80;
/** The first size, in pixels, at which the title fits. */
const SIZES = [
  { size: 76, lines: 3 },
  { size: 60, lines: 4 },
  { size: 46, lines: 5 },
];
const INK = '#1b1e28';
const QUIET = '#555b6b';
const PAPER = '#faf9f6';

/** By state, its color and its shape in a square of 44 pixels: a square, a ring, a tick. */
const SHAPES: Record<Tone, { color: string; shape: string }> = {
  now: { color: '#b3261e', shape: '<rect width="44" height="44" rx="4" fill="currentColor"/>' },
  wait: {
    color: '#85560a',
    shape: '<circle cx="22" cy="22" r="17" fill="none" stroke="currentColor" stroke-width="10"/>',
  },
  ignore: {
    color: '#1f6b3b',
    shape: '<path d="M4 24l12 12L40 8" fill="none" stroke="currentColor" stroke-width="9"/>',
  },
};
/** The pulse of the site's icon. */
const PULSE = 'M4.5 17.5h5l3-8.5 5.5 15 3-9.5 1.5 3h5';

/** What all cards of a site share. */
export interface CardStyle {
  /** A color, such as `#2e49b2`. */
  accent: string;
  /** Whether the site has no logo of its own. */
  hasIcon: boolean;
}

/** Draw the preview image of a page as SVG. */
export function drawCard(
  { lang, label, title, foot, tone }: Card,
  { accent, hasIcon }: CardStyle,
): string {
  const { size, lines } = fit(title, lang);
  const { color, shape } = tone ? SHAPES[tone] : { color: accent, shape: '' };
  const text = lines
    .map((line, row) => {
      const y = 190 + size + row * size * 1.3;
      // The left half of a full-width bracket is empty.
      const x = /^[（「『]/.test(line) ? MARGIN - size / 2 : MARGIN;
      return `<text x="${x}" y="${y}" font-size="${size}" fill="${INK}">${escape(line)}</text>`;
    })
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    `<rect width="100%" height="14" fill="${color}"/>`,
    `<g transform="translate(${MARGIN} 100)" color="${color}">${shape}</g>`,
    `<text x="${shape === '' ? MARGIN : MARGIN + 66}" y="136" font-size="38" fill="${color}">`,
    `${escape(label)}</text>`,
    text,
    `<text x="${MARGIN}" y="${CARD_HEIGHT - 64}" font-size="32" fill="${QUIET}">`,
    `${escape(foot)}</text>`,
    hasIcon ? drawIcon(accent) : '',
    '</svg>',
  ].join('');
}

function drawIcon(accent: string): string {
  return [
    `<g transform="translate(${CARD_WIDTH - MARGIN - 84} ${CARD_HEIGHT - 124}) scale(2.6)">`,
    `<rect width="32" height="32" rx="7" fill="${accent}"/>`,
    `<path d="${PULSE}" fill="none" stroke="#fff" stroke-width="2.5"/></g>`,
  ].join('');
}

function fit(title: string, lang: Language): { size: number; lines: string[] } {
  const tried = SIZES.map(({ size, lines }) => {
    const wrapped = wrapText(title, lang, CARD_WIDTH - 2 * MARGIN, size);
    return { size, lines: wrapped, fits: wrapped.length <= lines };
  });
  const { size, lines } = tried.find(({ fits }) => fits) ?? { size: 46, lines: [] };
  return { size, lines };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
