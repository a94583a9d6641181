import { catalogFile } from './_content.ts';

export const GET = (): Response => Response.json(catalogFile());
