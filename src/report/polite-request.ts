/** How an ichidan verb ends: in る after a kana with the vowel i or e, or one of these kanji. */
const ICHIDAN = /[いきしちにひみりぎじびぴえけせてねへめれげぜでべぺ見得出寝着似経]る$/u;

/** The て form of each ending of a godan verb. */
const GODAN: Record<string, string> = {
  う: 'って',
  つ: 'って',
  る: 'って',
  く: 'いて',
  ぐ: 'いで',
  す: 'して',
  ぬ: 'んで',
  ぶ: 'んで',
  む: 'んで',
};

/**
 * Turn the title of a step, which ends in a verb, into a polite request. A title that does not end
 * in a verb stays as it is.
 *
 * @example politeRequest('プログラムを探す') // 'プログラムを探してください'
 */
export function politeRequest(title: string): string {
  const [, sentence = title, aside = ''] = /^(.*?)(（[^（）]*）)?$/u.exec(title) ?? [];
  return teForm(sentence) === null ? title : `${teForm(sentence) ?? ''}ください${aside}`;
}

/** Return a sentence with its last verb in the て form, or null if it does not end in a verb. */
function teForm(sentence: string): string | null {
  if (sentence.endsWith('ない')) return `${sentence}で`;
  if (sentence.endsWith('する')) return `${sentence.slice(0, -2)}して`;
  if (sentence.endsWith('行く')) return `${sentence.slice(0, -1)}って`;
  const ending = GODAN[sentence.slice(-1)];
  if (ending === undefined) return null;
  return `${sentence.slice(0, -1)}${ICHIDAN.test(sentence) ? 'て' : ending}`;
}

/** The て form of a godan verb, by the kana that it has before ます. */
const BEFORE_MASU: Record<string, string> = {
  い: 'って',
  き: 'いて',
  ぎ: 'いで',
  し: 'して',
  ち: 'って',
  に: 'んで',
  び: 'んで',
  み: 'んで',
  り: 'って',
};

/** Verbs before ます by which prose tells its readers what to do. */
const TOLD = [
  '(?:確認|実行|指定|依頼|設定|更新|追加|削除|許可|復旧|適用|用意|作成|取得|交換|退避|コピー)し',
  '(?:インストール|バージョンアップ|マウント|(?:有効|無効|よう|まま|だけ)に|短く|長く)し',
  '(?:を起動|を停止|を移動|増や|減ら|[直消探外残渡移戻試押足])し',
  '退役させ|置き換え|書き換え|付け|比べ|調べ|変え|上げ|入れ|加え|分け|見つけ|確かめ|合わせ|見|[てで]み',
  '書き|開き|置き|除き|使い|行い|従い|待ち|囲み|測り|選び|もらい|作り',
].join('|');
/** A clause at the end of a sentence, with one of these verbs and no subject but the reader. */
const INSTRUCTION = new RegExp(
  `^((?:.*[、：])?(?:- )?(?:場合(?:は|だけ)|または|ては|が[^はが、]*?(?:とき|こと|か)[のをに]|[^はが、：])*?)(${TOLD})ます(?=。|$)`,
  'u',
);
/** Marks a sentence that says what a program does, or what always follows from something. */
const DESCRIBES =
  /(?:エージェント|サービス|プログラム|コマンド|チェック)は|[るくすむう]と(?![きこいお])/u;

/**
 * Turn each sentence of a text that tells the reader what to do into a polite request. Sentences
 * that describe stay as they are.
 *
 * @example politeSentences('行を直します。') // '行を直してください。'
 */
export function politeSentences(text: string): string {
  return text
    .split(/(?<=[。\n])/u)
    .map((sentence) =>
      DESCRIBES.test(sentence)
        ? sentence
        : sentence.replace(INSTRUCTION, (_, before: string, verb: string) => {
            const end = /[てで]み$/.test(verb) ? undefined : BEFORE_MASU[verb.slice(-1)];
            const asked = end === undefined ? `${verb}て` : verb.slice(0, -1) + end;
            return `${before}${verb === '待ち' ? 'お待ち' : asked}ください`;
          }),
    )
    .join('');
}
