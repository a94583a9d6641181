import type { ProbeCase } from '../inspect/index.ts';

/** What is said of Mackerel's answer to curl, in both languages. */
export interface ProbeText {
  title: string;
  meaning: Record<ProbeCase, (status: number | null) => string>;
  said: string;
}

const en: ProbeText = {
  title: "What curl's request tells",
  meaning: {
    good: () => 'Network and key are right. The name in the answer is the organization of the key: is it the one that you look at?',
    unauthorized: () => 'Mackerel answers, so the network is right. If the request was sent with the key none, this is the good answer. If it was sent with the agent\'s own key, that key is refused.',
    forbidden: () => 'Mackerel answers, so the network is right. The key is known, and may not do this: look at its permission and at the IP addresses that it allows.',
    outage: (status) => `The answer is ${status}: Mackerel, or something on the way, cannot answer now.`,
    other: (status) => `The answer ${status} is not one that Mackerel's API gives here: something on the way may have sent it.`,
    dns: () => 'The name of Mackerel is not resolved on this host.',
    proxy: () => 'The proxy on the way does not let the request pass.',
    refused: () => 'No connection can be opened: something refuses it, or there is no way out.',
    timeout: () => 'Nothing answers in time: a firewall may drop the packets.',
    cut: () => 'The connection is cut while it is being opened or used.',
    certificate: () => 'The certificate that came is not trusted on this host.',
    failed: () => 'curl ended before any answer came.',
  },
  said: 'In the words of curl:',
};

const ja: ProbeText = {
  title: 'curlの結果から分かること',
  meaning: {
    good: () => 'ネットワークとAPIキーに問題はありません。応答にある名前は、このキーのオーガニゼーションです。見ているオーガニゼーションと同じか確認してください。',
    unauthorized: () => 'Mackerelから応答があり、ネットワークに問題はありません。キーをnoneとして送ったのなら、これが正しい応答です。エージェントのキーで送ったのなら、そのキーが拒否されています。',
    forbidden: () => 'Mackerelから応答があり、ネットワークに問題はありません。キーは有効ですが、この操作を許可されていません。キーの権限と、許可するIPアドレスを確認してください。',
    outage: (status) => `応答は${status}です。Mackerelか途中の機器が、いま応答できない状態です。`,
    other: (status) => `応答の${status}は、MackerelのAPIがここで返すものではありません。途中の機器が返した可能性があります。`,
    dns: () => 'このホストでは、Mackerelの名前を解決できません。',
    proxy: () => '途中のプロキシが、リクエストを通していません。',
    refused: () => '接続できません。拒否されているか、外に出る経路がありません。',
    timeout: () => '時間内に応答がありません。ファイアウォールがパケットを破棄している可能性があります。',
    cut: () => '接続の途中で通信が切断されています。',
    certificate: () => '受け取った証明書を、このホストは信頼していません。',
    failed: () => '応答を受け取る前に、curlが終了しています。',
  },
  said: 'curlの出力：',
};

/** What is said of Mackerel's answer to curl, by language. */
export const probeText: Record<'en' | 'ja', ProbeText> = { en, ja };
