import type { Report } from '../../src/engine/index.ts';

/** Return a report without its private values, which redaction replaces. */
export const withoutPrivateValues = (report: Report): unknown => ({
  ...report,
  hosts: report.hosts.length,
  retired: report.retired?.at,
  findings: report.findings.map((finding) => ({
    ...finding,
    text: '',
    rest: finding.rest === null,
    chain: finding.chain.map(({ entry, message, foreign }) => [entry, message, foreign]),
  })),
  unknown: report.unknown.map(({ count, line }) => [count, line]),
});
