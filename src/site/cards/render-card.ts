import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderAsync, type ResvgRenderOptions } from '@resvg/resvg-js';
import { version } from '@resvg/resvg-js/package.json';
import { PACKAGE } from '../../compiler/package-folder.ts';
import { openBuildCache } from '../integrations/build-cache.ts';
import { CARD_WIDTH, drawCard, type Card, type CardStyle } from './draw-card.ts';
import { isCovered } from './covered.ts';

/** Part of this package, so that a build draws the same images on every machine. */
const FONT = join(PACKAGE, 'src/site/cards/noto-sans-jp-bold.otf');
const OPTIONS: ResvgRenderOptions = {
  fitTo: { mode: 'width', value: CARD_WIDTH },
  font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: 'Noto Sans CJK JP' },
};

/**
 * Return a function that renders the preview image of a page as PNG. It leaves out texts with
 * characters that the font lacks, because a link preview also shows the title as text.
 *
 * @param caches the folder of the build caches; drawing all images again takes a quarter of a build
 */
export function cardRenderer(
  caches: URL,
): (card: Card, style: CardStyle) => Promise<Uint8Array<ArrayBuffer>> {
  const cached = openBuildCache(caches, 'cards');
  const font = createHash('sha256').update(readFileSync(FONT)).digest();
  return (card, style) => {
    const drawable = (text: string): string => (isCovered(text) ? text : '');
    const svg = drawCard(
      {
        ...card,
        label: drawable(card.label),
        title: drawable(card.title),
        foot: drawable(card.foot),
      },
      style,
    );
    return cached([version, JSON.stringify(OPTIONS), font, svg], async () =>
      (await renderAsync(svg, OPTIONS)).asPng(),
    );
  };
}
