import type { letter as en } from '../en/letter.ts';

export const letter: typeof en = {
  colon: '：',
  comma: '、',
  aside: (text) => `（${text}）`,
  form: {
    title: 'サポートに送る',
    intro:
      'そのまま送れる文章を作ります。名前、アドレス、キーは置き換えます。このブラウザの中で作り、送信も保存もしません。',
    working: '作成中',
    reply: 'お客様への返信文を作る',
    replyIntro: 'サポート窓口で使う返信文です。コマンドには、ログの送り主の値が入っています。',
  },
};
