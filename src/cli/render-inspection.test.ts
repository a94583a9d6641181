import { describe, expect, it } from 'vitest';
import { openSampleContent } from '../../tests/helpers/open-sample-content.ts';
import { settingsOf } from '../../tests/helpers/settings-of.ts';
import { checkConfig } from '../intake/check-config.ts';
import { renderInspection } from './render-inspection.ts';

it('uses the singular for one plugin', () => {
  const good = {
    kind: 'config',
    file: null,
    product: 'mackerel-agent',
    problems: [],
    lines: 1,
    whole: true,
    plugins: { metrics: 1, checks: 2, metadata: 0 },
  } as const;
  expect(renderInspection({ ...good, problems: [] }, { language: 'en', names: {} })).toContain(
    '1 metric plugin, 2 checks and 0 metadata plugins.',
  );
});

it('puts no space after a full-width colon', () => {
  expect(
    renderInspection(
      {
        kind: 'probe',
        file: null,
        product: 'mackerel-agent',
        case: 'dns',
        status: null,
        said: 'x',
      },
      { language: 'ja', names: {} },
    ),
  ).toMatch(/\ncurlの出力：x$/);
});

describe('input that is too large to check', () => {
  const settings = settingsOf(openSampleContent());
  const render = (text: string, language: 'en' | 'ja'): string => {
    return renderInspection(
      {
        ...checkConfig(text, 'utf-8', settings, { version: null }),
        file: null,
        product: 'mackerel-agent',
      },
      { language, names: {} },
    );
  };

  it.each([
    [`${'a.'.repeat(60_000)}a = 1`, 'more than 20 parts', '20階層を超えています'],
    [`${'a'.repeat(60_000)} = 1`, 'more than 500 characters', '500文字を超えています'],
    [`roles = ${'['.repeat(60_000)}`, 'nested more than 100 deep', '100段を超えています'],
  ])('is reported at its line, below which nothing was checked', (line, en, ja) => {
    const text = `apikey = "k"\n${line}\n`;
    expect(render(text, 'en')).toMatch(
      new RegExp(
        `Worth knowing: .*${en}.*\\n.*2 \\|.*[\\s\\S]*Nothing below this could be checked`,
      ),
    );
    expect(render(text, 'ja')).toMatch(
      new RegExp(`参考：.*${ja}.*\\n.*2 \\|.*[\\s\\S]*これより下は確認できていません`),
    );
  });

  it.each([
    [
      '('.repeat(5000),
      'filesystems.ignore was not checked: the pattern has more than 2000 characters',
      'filesystems.ignoreは確認していません。正規表現が2000文字を超えています',
    ],
    [
      '('.repeat(101),
      'filesystems.ignore was not checked: the groups of the pattern are nested more than 100 deep',
      'filesystems.ignoreは確認していません。正規表現のグループの入れ子が100段を超えています',
    ],
  ])('is not called valid if it is a pattern', (pattern, en, ja) => {
    const text = `apikey = "k"\n[filesystems]\nignore = '${pattern}'\n`;
    expect(render(text, 'en')).toContain(en);
    expect(render(text, 'ja')).toContain(ja);
  });
});
