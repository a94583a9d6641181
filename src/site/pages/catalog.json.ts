import { buildCatalogFile } from './_content.ts';

export const GET = (): Response => Response.json(buildCatalogFile());
