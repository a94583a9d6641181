declare module 'textlint-rule-preset-ja-technical-writing' {
  import type { TextlintRuleModule } from '@textlint/types';

  const preset: {
    rules: Record<string, TextlintRuleModule | { default: TextlintRuleModule }>;
    rulesConfig: Record<string, unknown>;
  };
  export default preset;
}
