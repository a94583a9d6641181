import { fromMarkdown } from 'mdast-util-from-markdown';
import { stringify } from 'yaml';
import { visible } from '../display/index.ts';
import { open, type Matcher, type Report } from '../engine/index.ts';
import { findBlock } from '../inspect/index.ts';

/** A log of a support report, and what the engine says about it. */
export interface ReportedCase {
  product: string;
  log: string;
  yaml: string;
  report: Report;
}

/**
 * Find the logs in a support report: the whole log that its block holds, else the fenced blocks of a Markdown text in which the engine
 * recognises a product.
 * The YAML holds what came out, with a gap in `about` that keeps the check red until somebody has confirmed it.
 */
export function casesFromReport(markdown: string, matcher: Matcher): ReportedCase[] {
  const { children } = fromMarkdown(markdown);
  const about =
    children.flatMap((node) =>
      node.type === 'paragraph' || node.type === 'heading'
        ? [markdown.slice(node.position?.start.offset, node.position?.end.offset)]
        : [],
    )[0] ?? '';
  const block = findBlock(markdown);
  const whole =
    block && 'rows' in block && block.rows.length === block.total
      ? [block.rows.map(({ text }) => text).join('\n')]
      : null;
  return (whole ?? fencedBlocks(children)).flatMap((value) => {
    const log = `${value.trimEnd()}\n`;
    const diagnosis = open(matcher);
    diagnosis.push(new TextEncoder().encode(log));
    const report = diagnosis.close();
    return report.product === null
      ? []
      : [{ product: report.product, log, yaml: yamlOf(report, about), report }];
  });
}

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** Blocks also stand in lists and quotes. */
function fencedBlocks(nodes: Node[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'code'
      ? [node.value]
      : 'children' in node
        ? fencedBlocks(node.children as Node[])
        : [],
  );
}

function yamlOf({ status, exited, data, answers }: Report, about: string): string {
  const said = visible(about.replace(/^#+\s*/, '').replace(/\s+/g, ' ')).slice(0, 200);
  return stringify(
    {
      about: `GAP confirm what came out, then say what is special about this log. The report says: ${said}`,
      status,
      ...(exited && { exited }),
      ...(data.state !== 'unknown' && { data: data.state }),
      answers: answers.map(({ guide }) => guide),
    },
    { lineWidth: 0 },
  );
}
