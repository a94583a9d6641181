import { buildSettings } from '../../compiler/index.ts';
import { content } from './_content.ts';

export const GET = (): Response => Response.json(buildSettings(content()));
