import type { AnalyzerText } from '../i18n/analyzer.ts';

/** What the marks of bars and rows mean, for who does not tell their colours apart. */
export function Marks({
  roles,
  text,
}: {
  roles: (keyof AnalyzerText['roles'])[];
  text: AnalyzerText;
}) {
  return roles.length > 0 ? (
    <ul class="marks">
      {roles.map((role) => (
        <li key={role}>
          <span data-mark={role} />
          {text.roles[role]}
        </li>
      ))}
    </ul>
  ) : null;
}
