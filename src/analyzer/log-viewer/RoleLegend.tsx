import type { AnalyzerText } from '../../i18n/analyzer.ts';

/** A legend for the marks of bars and rows, for readers who cannot distinguish the colors. */
export function RoleLegend({
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
