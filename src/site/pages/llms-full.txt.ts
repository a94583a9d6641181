import { writeFullText } from '../markdown/llms.ts';
import { languages } from './_content.ts';

export const GET = (): Response => new Response(`${writeFullText(languages()[0])}\n`);
