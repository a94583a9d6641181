import type { AnalyzerText } from '../../i18n/analyzer.ts';
import { useReport } from '../report/report-context.ts';

/** A legend for the marks of bars and rows, for readers who cannot distinguish the colors. */
export function RoleLegend({ roles }: { roles: (keyof AnalyzerText['roles'])[] }) {
  const { text } = useReport();
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
