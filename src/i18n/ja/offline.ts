import type { offline as en } from '../en/offline.ts';

export const offline: typeof en = {
  title: 'ネットワークなしで使う',
  works:
    'この端末では、ネットワークがなくてもこのページを使えます。これから開くガイドも、あとでネットワークなしで読み返せます。',
  keep: (size) => `サイト全体をこの端末に保存する（${size}）`,
  keeping: (part, whole) => `${part}／${whole}`,
  stop: '中止',
  kept: (size) => `日本語の全ページをこの端末に保存しました（${size}）。`,
  remove: '保存したページを端末から消す',
  failed:
    '保存できないページがありました。ネットワークがつながってから、もう一度試してください。保存できた分は残っています。',
};
