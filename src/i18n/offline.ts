/** Text about the pages stored on the device. */
export interface OfflineText {
  title: string;
  works: string;
  keep(size: string): string;
  keeping(part: string, whole: string): string;
  stop: string;
  kept(size: string): string;
  remove: string;
  failed: string;
}

const en: OfflineText = {
  title: 'Use without a network',
  works:
    'On this device, this page now works without a network. So does every guide that you open from now on.',
  keep: (size) => `Save the whole site on this device (${size})`,
  keeping: (part, whole) => `${part} of ${whole}`,
  stop: 'Stop',
  kept: (size) => `All pages in English are saved on this device (${size}).`,
  remove: 'Remove them from this device',
  failed:
    'Not all pages could be saved. Try again when the network is back: the pages saved so far are kept.',
};

const ja: OfflineText = {
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

/** Interface text of the offline section, by language. */
export const offlineText: Record<'en' | 'ja', OfflineText> = { en, ja };
