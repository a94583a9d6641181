import { writeIndex } from '../markdown/llms.ts';
import { languages } from './_content.ts';

export const GET = (): Response => new Response(`${writeIndex(languages()[0])}\n`);
