import { fromMarkdown } from 'mdast-util-from-markdown';
import { stringify } from 'yaml';
import { escapeHidden } from '../../report/format/index.ts';
import { actionsIn, type guidePartsOf } from '../../compiler/checks/actions.ts';
import { openDiagnosis, type Matcher, type Report } from '../../engine/index.ts';
import { findPayload } from '../../intake/report-payload.ts';

/** A log from a support report, and the engine's report on it. */
export interface ReportedCase {
  product: string;
  log: string;
  yaml: string;
  report: Report;
}

/** The parts of a site that are needed to diagnose a log. */
export interface CaseSite {
  matcher: Matcher;
  guides: ReturnType<typeof guidePartsOf>;
}

/**
 * Find the logs in a support report: the whole log if its payload block contains it, otherwise each
 * fenced Markdown block in which the engine recognizes a product. The YAML records the result, with
 * a GAP in `about` that fails the check until somebody has confirmed the result.
 */
export function casesFromReport(markdown: string, site: CaseSite): ReportedCase[] {
  const { children } = fromMarkdown(markdown);
  const about =
    children.flatMap((node) =>
      node.type === 'paragraph' || node.type === 'heading'
        ? [markdown.slice(node.position?.start.offset, node.position?.end.offset)]
        : [],
    )[0] ?? '';
  const block = findPayload(markdown);
  const whole =
    block && 'rows' in block && block.rows.length === block.total
      ? [block.rows.map(({ text }) => text).join('\n')]
      : null;
  return (whole ?? fencedBlocks(children)).flatMap((log) => caseFromLog(log, site, about) ?? []);
}

/**
 * Make a case from a log, or return null if the engine does not recognize it. `about` is what a
 * support report says about it.
 */
export function caseFromLog(text: string, site: CaseSite, about = ''): ReportedCase | null {
  const log = `${text.trimEnd()}\n`;
  const diagnosis = openDiagnosis(site.matcher);
  diagnosis.push(new TextEncoder().encode(log));
  const report = diagnosis.close();
  return report.product === null
    ? null
    : { product: report.product, log, yaml: yamlOf(report, about, site), report };
}

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** List the contents of code blocks, including those in lists and quotes. */
function fencedBlocks(nodes: Node[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'code'
      ? [node.value]
      : 'children' in node
        ? fencedBlocks(node.children as Node[])
        : [],
  );
}

function yamlOf(report: Report, about: string, { guides }: CaseSite): string {
  const { status, exited, data, answers } = report;
  const [first] = answers;
  const actions = first && actionsIn(first, report, guides);
  const summary = escapeHidden(about.replace(/^#+\s*/, '').replace(/\s+/g, ' ')).slice(0, 200);
  const gap = 'GAP confirm the result, then say what is special about this log.';
  return stringify(
    {
      about: summary === '' ? gap : `${gap} The report says: ${summary}`,
      status,
      ...(exited && { exited }),
      ...(data.state !== 'unknown' && { data: data.state }),
      answers: answers.map(({ guide }) => guide),
      ...(actions && { cause: actions.cause, 'first-step': actions.step }),
    },
    { lineWidth: 0 },
  );
}
