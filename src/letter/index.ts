/** What people send each other about a log. */
export { reply } from './reply.ts';
