import type { terminal as en } from '../en/terminal.ts';

const otherTypes = {
  zip: 'zipの中のzip',
  evtx: 'Windowsのイベントログ',
  image: '画像',
  archive: 'アーカイブ',
  binary: 'バイナリー',
};

export const terminal: typeof en = {
  help: `使い方：
  shindan diagnose ファイル...         ログを読み、異常と対応を表示します
  shindan diagnose フォルダ...         フォルダのログを一覧にします
  shindan diagnose --before 前 後      対応の前後のログを比べます
  shindan diagnose --reply ファイル... ログを送った方への返信を書きます
  shindan diagnose --support ファイル...
                                       サポートに送る報告を、秘密の値を
                                       置き換えて書きます
  shindan explain 言葉                 メッセージやガイドを説明します

コンテンツの作成者向け：
  shindan new 種類 名前                サイト、製品、エラー、ガイドを作ります
  shindan check                        コンテンツを検査します
  shindan coverage                     エントリーのないメッセージを挙げます
  shindan gaps フォルダ                ログの診断に足りないものを挙げます
  shindan release ソース               新版のソースとの違いを挙げます
  shindan review                       読み直すページを挙げます
  shindan dev                          書きながら確かめるサイトを開きます
  shindan build                        コンテンツを検査し、サイトを作ります
  shindan serve [フォルダ]             ビルドしたサイトを開きます
詳しくは、shindan コマンド --helpで読めます。

ファイルにはログ（.gzと.zipも可）を指定します。-なら標準入力を読みます。
設定ファイル、systemctl status、df -Pkl、curlの出力と、
サポートに送る報告も読めます。
複数のホストやコンテナのログは、それぞれについて診断します。フォルダは、
サブフォルダも読み、ファイルとホストごとに1行と、合計を表示します。画像など、
テキストではないファイルは除き、数だけを表示します。
言葉には、引用符で囲んだメッセージ、調べたいこと、エントリーやガイドの
名前を指定します。

オプション：
  --lang ja|en    表示する言語（指定しなければLANGに従います）
  --json          diagnoseで、ファイルとホストごとに1行のJSONを
                  出力します
  --content DIR   コンテンツのフォルダ（指定しなければ./content、
                  なければ内蔵のもの）
  --help          この説明を表示します
  --version       バージョンを表示します

返信や報告の中のリンク先は、site.yamlのurlか、SITE_URLとBASE_PATHで指定します。

diagnoseの終了コード：
  0  正常、または解消済み
  1  対応が必要
  2  引数の誤り、または読み取れないファイル
  3  診断できないログ
複数のファイルでは、2、1、3、0の順に優先します。
explainは0、何も見つからなければ3で終わります。`,
  commandHelp: {
    new: `使い方：
  shindan new site フォルダ                   サイトのコンテンツ
  shindan new product 名前 [--from ログ]      プログラムとそのカタログ
  shindan new catalog 名前                    メッセージのまとまり
  shindan new error カタログ/名前             エントリー（メッセージか原因）
          [--from ファイル]
  shindan new guide 名前                      ガイド
  shindan new case ファイル                   ログか報告から作るテスト

フォルダを作ります。記入する箇所にはGAPと書かれています。GAPをすべて書き換えて、
shindan checkで検査してください。種類ごとの説明は、shindan new 種類 --helpで
読めます。

オプション：
  --content フォルダ     コンテンツ（指定しなければ今のフォルダのもの）`,
    check: `使い方：
  shindan check

コンテンツの構造、参照、例、ケースを検査します。問題ごとに、場所、見つかった
もの、書くべきものを表示します。問題があれば、終了コードは1です。`,
    coverage: `使い方：
  shindan coverage

製品のmessages.tsvとエントリーを比べます。エントリーがないか複数ある
メッセージ、どのメッセージにもないID、どのガイドの根拠でもない原因を挙げます。
足りないメッセージがあれば、終了コードは1です。`,
    gaps: `使い方：
  shindan gaps フォルダ [--top N] [--json]

フォルダのすべてのログを診断し、コンテンツに足りないものを、関係するファイルの
多い順に挙げます。未収録のメッセージと原因、答えがないか「可能性あり」だけの
ログ、レポートが求める情報です。ログはこの端末から出ず、秘密の値は
置き換えられます。
  --top N    それぞれの行数（指定しなければ20）
  --json     すべてを1行のJSONで出力します`,
    release: `使い方：
  shindan release ソース [--product 名前] [--skip フォルダ,...] [--json]
  shindan release ソース --entries カタログ

プログラムの新しい版のソースを読み、ログ、書式、エラーの文字列を、messages.tsvや
テンプレートと比べます。新しい文字列、変わった文字列、なくなった可能性のある
メッセージと、それらに関係するガイドを挙げます。テスト、例、ほかのプロジェクトは
除きます。
  --product 名前          製品（複数あるとき）
  --skip フォルダ,...     除くフォルダ（ビルド用のツールなど）
  --entries カタログ      新しい文字列ごとに、エントリーとmessages.tsvの行を
                          作ります
  --json                  すべてを1行のJSONで出力します`,
    review: `使い方：
  shindan review
  shindan review facts|en|ja ページ... [--version バージョン]

まだ誰も読んでいないページと、読んだ後に変わったページを挙げます。factsは製品の
ソースとの照合、enとjaは文章の校閲です。2つ目の形では、書いた人以外が今日その
ページを読んだことを、content/review.yamlに記録します。
  ページ                 エントリー（os/no-such-fileなど）かガイド
  --version バージョン   ソースのバージョン（指定しなければページのもの）`,
    dev: `使い方：
  shindan dev

http://localhost:4321/でサイトを開きます。ポートはPORTで変えられます。ページ、
規則、レポートには、編集した内容がすぐに反映されます。shindan checkが見つけた
問題も表示します。全文検索とオフラインでの利用は、ビルドしたサイトだけで
できます。`,
    build: `使い方：
  shindan build

コンテンツを検査し、dist/にサイトを作ります。アドレスは、SITE_URLとBASE_PATH
で指定します。`,
    serve: `使い方：
  shindan serve [フォルダ]

ビルドしたサイト（dist/か、指定したフォルダ）を、_headersのヘッダーを付けて
http://127.0.0.1:4321/で開きます。ポートとパスは、PORTとBASE_PATHで指定します。`,
  },
  newHelp: {
    site: `使い方：
  shindan new site フォルダ [--languages en,ja]

フォルダのcontent/に、サイトのファイルを作ります。site.yamlと、製品、
カタログ、ガイドの空のフォルダです。ブラウザの言語がどれにも当たらない
人には、最初の言語で表示します。`,
    product: `使い方：
  shindan new product 名前 [--from ログ]

content/products/名前/product.yamlと、プログラムのメッセージを入れる同じ名前の
カタログを作ります。--fromは、メッセージの前にあるもの（ヘッダー）をログから
調べます。content/presets/のどれか、または独自のヘッダーです。読める行の数と、
そのうちレベルのある行の数を表示します。--fromがなければ、presetを選ぶか、
headersを書いてください（docs/log-formats.md）。`,
    catalog: `使い方：
  shindan new catalog 名前

content/catalogs/名前/catalog.yamlを作ります。複数の製品に共通のメッセージや、
1つの製品のメッセージを分けるときに使います。作ったら、product.yamlのcatalogsに
名前を加えてください。`,
    error: `使い方：
  shindan new error カタログ/名前 [--from ファイル[:行]]

content/catalogs/カタログ/名前に、メッセージか原因のエントリーを作ります。
--fromは、ログの中で、エントリーのないメッセージのうち最も多いものを選びます。
警告とエラー、ほかのレベルのメッセージ、ヘッダーのない行の順に探します。値は
テンプレートの穴になり、例の秘密の値は置き換えられ、似たエントリーの例が
lookalikesに入ります。メッセージを選ぶには、shindan gapsの出力と同じ形で
行を指定します（app.log:12）。`,
    guide: `使い方：
  shindan new guide 名前 [--from ログ[:行]]

content/guides/名前にガイドを作ります。guide.yamlのevidenceに、このガイドに導く
エントリーを書きます。cases/に入れたログが、そのテストになります。
--fromを付けると、ログを最初のケースにします。個人情報などは置き換えます。
まだどのガイドでも説明していない異常は、evidenceに書き込みます。app.log:12のよう
に行を指定すると、その行の異常を選べます。ケースはその異常で終わり、ほかの異常を
含みません。`,
    case: `使い方：
  shindan new case ファイル

ログ（.log）か、サポートに送る報告（.md）の中のログを、今の診断結果と一緒に、
その製品のcasesに加えます。結果に誤りがあれば直してください。その後は、
shindan checkが結果をこのファイルと比べます。`,
  },
  noCommand: 'コマンドを指定してください',
  unknownCommand: (command, meant) =>
    `${command}というコマンドはありません${meant === null ? '' : `。${meant}ではありませんか`}`,
  seeHelp: (command) => `オプションの説明：npx shindan ${command}--help`,
  badOption: (option) => `${option}というオプションがないか、値が足りないか、余分です`,
  badLanguage: (language, known) => `--lang ${language}：${known.join('か')}を指定してください`,
  notInLanguage: (language, known) =>
    `--lang ${language}：このサイトの言語は${known.join('と')}です`,
  needsFile: 'diagnoseには、ファイルを指定してください（標準入力なら-）',
  inputTwice: '標準入力（-）は1度しか読めません。-は1つだけ指定してください',
  needsQuery: 'explainには、メッセージ、エントリー、ガイドのどれかを指定してください',
  notWithJson: (option) => `${option}の出力は文章です。--jsonは付けられません`,
  notWithBefore: (option) => `${option}は1つのログについて書きます。--beforeは付けられません`,
  replyOrSupport: '--replyと--supportは別の文章です。どちらか1つを指定してください',
  onlyDiagnose: (option) => `${option}はdiagnoseのオプションです`,
  noSite:
    'サイトのアドレスが分かりません。リンクがパスだけになり、受け取った方は開けません。site.yamlのurlか、SITE_URLで指定してください',
  builtIn: (products) =>
    `ここにcontentフォルダがないため、診断できるのは${products.join('、')}のログだけです。別のプログラムのサイトを作るには：npx shindan new site .`,
  failed: (reason) => `shindan自体の不具合です。ログの診断結果ではありません：${reason}`,
  colon: '：',
  comma: '、',
  aside: (text) => `（${text}）`,
  again: (command) => `また起きたときの対応は、次のコマンドで読めます：${command}`,
  about: (command) => `これらの行の意味は、次のコマンドで読めます：${command}`,
  allSteps: (command) => `すべての手順（全OS）：${command}`,
  otherSystems: (command) => `Linux用のコマンドです。ほかのOS：${command}`,
  first: (step, command) => `最初の対応：${step}。すべての手順：${command}`,
  missing: 'ファイルがありません',
  forbidden: '読み取りの権限がありません',
  folder: 'フォルダです。中のファイルを指定してください',
  emptyFolder:
    'このフォルダにログがありません。ログのあるフォルダか、ログのファイルを指定してください',
  hidden: '名前が「.」で始まるため、読み取りません',
  notAFile: 'ファイルではないため、読み取りません',
  notText: (files) =>
    `テキストではないため、除きました：${files.map(([type, count]) => `${otherTypes[type]}${count}件`).join('、')}`,
  mixedSources:
    '複数のホスト、コンテナまたはプログラムのログですが、長すぎるため標準入力からは読み直せません。ファイルに保存すると、それぞれを診断できます',
  unreadable: {
    zip: 'zipファイルの中のzipファイルです。展開して、中のログを指定してください',
    evtx: 'Windowsのイベントログ（.evtx）です。イベントビューアーでテキストかCSVとして保存し、そのファイルを指定してください',
    image: '画像です。画像の中の文字は読み取れません',
    archive:
      'このコマンドでは展開できない形式（7z、rar、xz、bz2、zst）の圧縮ファイルです。展開して、中のログを指定してください',
    binary: 'バイナリーファイルで、ログではありません',
    gzip: 'gzipのデータが壊れているか、途中で切れています',
    'damaged-zip':
      'zipファイルが空か、壊れているか、暗号化されているか、このコマンドで読めない形式です。展開して、中のログを指定してください',
    'unpacks-too-large': '展開すると16 GBを超えます。展開して、中のログを指定してください',
    'too-large': '大きすぎるため、読み取れません',
    gone: '読み取れません',
  },
  nothingFits: (query, guide) =>
    `「${query}」に合うエントリーもガイドもありません。\nログがあれば：npx shindan diagnose ファイル${guide === null ? '' : `。なければ、問い合わせに必要な情報：npx shindan explain ${guide}`}`,
};
