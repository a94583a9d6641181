import { buildCatalog, buildSigns } from '../catalog/index.ts';
import { content } from './_content.ts';

export const GET = (): Response => Response.json({ ...buildCatalog(content()), signs: buildSigns(content()) });
