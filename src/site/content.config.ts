import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/**
 * The MDX bodies. src/compiler has already checked their front matter and parts. The id is the
 * path, such as `guides/key-rejected/ja`.
 */
const prose = defineCollection({
  loader: glob({
    base: './content',
    pattern: ['guides/[!_]*/{en,ja}.mdx', 'catalogs/[!_]*/[!_]*/{en,ja}.mdx'],
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: z.looseObject({}),
});

export const collections = { prose };
