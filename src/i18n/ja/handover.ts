import type { handover as en } from '../en/handover.ts';

export const handover: typeof en = {
  title: 'サポートに送る',
  intro:
    'そのまま送れる文章を作ります。名前、アドレス、キーは置き換えます。このブラウザの中で作り、送信も保存もしません。',
  working: '作成中',
  reply: 'お客様への返信文を作る',
  replyIntro: 'サポート窓口で使う返信文です。コマンドには、ログの送り主の値が入っています。',
};
