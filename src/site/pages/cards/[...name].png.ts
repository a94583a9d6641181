import type { APIContext } from 'astro';
import { cacheDir } from 'astro:config/server';
import { cards, cardStyle } from '../../cards/cards.ts';
import type { Card } from '../../cards/draw-card.ts';
import { cardRenderer } from '../../cards/render-card.ts';
import { languages } from '../_content.ts';

const renderCard = cardRenderer(cacheDir);

export const getStaticPaths = () =>
  languages().flatMap((lang) =>
    [...cards(lang)].map(([name, card]) => ({
      params: { name: `${lang}/${name}` },
      props: { card },
    })),
  );

export const GET = async ({ props }: APIContext<{ card: Card }>): Promise<Response> =>
  new Response(await renderCard(props.card, cardStyle()), {
    headers: { 'Content-Type': 'image/png' },
  });
