import type { reply } from './en/reply.ts';
import { loadLanguages } from './load-language.ts';

/** Text of replies to customers, in one language. */
export type ReplyText = typeof reply;

/** Text of replies to customers: a page loads it when a reply is opened. */
export const replyText = await loadLanguages<ReplyText>({
  en: async () => (await import('./en/reply.ts')).reply,
  ja: async () => (await import('./ja/reply.ts')).reply,
});
