import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { join } from 'node:path';
import { ROOT } from '../cli/root.ts';

/**
 * The MDX bodies. src/compiler has already checked their front matter and parts. The id is the
 * path, such as `guides/<slug>/ja`.
 */
const prose = defineCollection({
  loader: glob({
    base: join(ROOT, 'content'),
    pattern: ['guides/[!_]*/[a-z][a-z].mdx', 'catalogs/[!_]*/[!_]*/[a-z][a-z].mdx'],
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: z.looseObject({}),
});

export const collections = { prose };
