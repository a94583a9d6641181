import type { probe as en } from '../en/curl-response.ts';

export const probe: typeof en = {
  title: 'curlの結果から分かること',
  meaning: {
    good: () =>
      'ネットワークとAPIキーに問題はありません。応答にある名前は、このキーのオーガニゼーションです。見ているオーガニゼーションと同じか確認してください。',
    unauthorized: (_status, backend, nameInText) =>
      `${backend}から応答があり、ネットワークに問題はありません。キーをnoneとして送ったのなら、これが正しい応答です。${nameInText}のキーで送ったのなら、そのキーが拒否されています。コマンドの中の変数が空だったのなら、キーは送られていません。`,
    forbidden: (_status, backend) =>
      `${backend}が、この操作を拒否しています。まず送信元のIPアドレス、次にキーの権限を確認してください。`,
    'not-found': (_status, backend) =>
      `${backend}から応答があり、ネットワークに問題はありません。そのパスがないという応答なので、リクエストのURL（apibaseから取ったのなら、その値）を確認してください。`,
    outage: (status, backend) =>
      `応答は${status}で、${backend}か途中の機器が、いま応答できない状態です。`,
    other: (status, backend) =>
      `応答の${status}は、${backend}のAPIではなく、途中の機器が返した可能性があります。`,
    dns: (_status, backend) => `このホストでは、${backend}のホスト名を解決できません。`,
    proxy: () => '途中のプロキシが、リクエストを通していません。',
    'proxy-login': () => 'プロキシが認証を求めています（407）。',
    refused: () => '接続できません（拒否されているか、外に出る経路がありません）。',
    timeout: () =>
      '時間内に応答がありません（ファイアウォールがパケットを破棄している可能性があります）。',
    cut: () => '接続の途中で通信が切断されています。',
    certificate: () => '受け取った証明書を、このホストは信頼していません。',
    failed: () => '応答を受け取る前に、curlが終了しています。',
  },
  noPath: (backend) => `そのパスはないと、${backend}が応答しています。`,
  said: 'curlの出力',
};
