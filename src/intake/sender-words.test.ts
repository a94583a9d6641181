import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../compiler/index.ts';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { inspectText } from '../../tests/helpers/inspect-text.ts';
import { compile } from '../engine/index.ts';
import { LOG_START } from '../../tests/helpers/test-pastes.ts';

const content = openSampleContent();
const matcher = compile(buildCatalog(content));

describe('the complaint of a sender beside a healthy log', () => {
  it.each([
    [true, `Our moon is missing since noon:\n${LOG_START}`],
    [true, `昼から月が見えません。ログはこれだけです。\n${LOG_START}`],
    [
      undefined,
      `登録した直後のログです。これで正常でしょうか。確認いただけませんか。\n${LOG_START}`,
    ],
    [undefined, `更新しました。問題ないか見てもらえますか。\n${LOG_START}`],
    [undefined, `問題なく動いているでしょうか。異常はないですか。\n${LOG_START}`],
    [undefined, `この表示はおかしくないでしょうか。\n${LOG_START}`],
    [true, `問題なく起動していますが、グラフが出ません。\n${LOG_START}`],
    [true, `月が見えないから調べてください。\n${LOG_START}`],
    [undefined, `This is our first start. Is it normal?\n${LOG_START}`],
    [undefined, LOG_START],
    [undefined, `$ journalctl -n 3\n${LOG_START}`],
  ])('is noticed (%s) in %j', async (complains, text) => {
    const report = await inspectText(content, matcher, text);
    expect(report.status).toBe('healthy');
    expect(report.complains).toBe(complains);
  });
});
