import type { punctuation as en } from '../en/punctuation.ts';

export const punctuation: typeof en = {
  colon: '：',
  comma: '、',
  aside: (text) => `（${text}）`,
};
