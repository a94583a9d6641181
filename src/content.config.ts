import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The MDX bodies; src/catalog has already checked their heads and parts. The id is the path: `guides/key-rejected/ja`. */
const prose = defineCollection({
  loader: glob({
    base: './content',
    pattern: ['guides/[!_]*/{en,ja}.mdx', 'catalogs/[!_]*/[!_]*/{en,ja}.mdx'],
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: z.looseObject({}),
});

export const collections = { prose };
