import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { PACKAGE } from '../../compiler/package-folder.ts';
import { CARD_WIDTH, drawCard, type Card, type CardStyle } from './draw-card.ts';
import { isCovered } from './covered.ts';

/** Part of this package, so that a build draws the same images on every machine. */
const FONT = join(PACKAGE, 'src/site/cards/noto-sans-jp-bold.otf');

/**
 * Render the preview image of a page as PNG. Leaves out a text that the font cannot draw: the link
 * has the title as text too.
 */
export async function renderCard(card: Card, style: CardStyle): Promise<Uint8Array<ArrayBuffer>> {
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
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: CARD_WIDTH },
    font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: 'Noto Sans CJK JP' },
  });
  return new Uint8Array(image.asPng());
}
