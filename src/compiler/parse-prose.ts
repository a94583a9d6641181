import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxFromMarkdown, type MdxJsxFlowElement, type MdxJsxTextElement } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { Nodes, Parents, Root } from 'mdast';
import {
  CODE_LANGUAGES,
  ENTRY_PARTS,
  GUIDE_PARTS,
  OSES,
  type Block,
  type Inline,
  type Os,
  type Part,
  type PartName,
} from '../model/prose.ts';
import { faultsOfPlaces } from './command-places.ts';
import { MANUAL } from './package-folder.ts';
import type { Problem } from './problem.ts';

const PARTS: readonly string[] = [...ENTRY_PARTS, ...GUIDE_PARTS];
const ALLOWED =
  `one of ${PARTS.map((name) => `<${name}>`).join(' ')} ` +
  '<Cause> <Step> <Only> <Warning> <Platform> <Diagram /> <Command> <Value /> ' +
  '<Guide /> <Entry />';

const FENCED = ['log', 'text', ...CODE_LANGUAGES];
const MDX = { extensions: [mdxjs()], mdastExtensions: [mdxFromMarkdown()] };
/** A line without any character that may be markup. Most titles are, and parsing is slow. */
const PLAIN_LINE = /^\p{L}[^`*_[\]<>{}&~|\\\n]*\S$/u;
/** Plain text that Markdown renders as markup on a page, but reports and the terminal do not. */
const MARKUP_IN_TEXT = /https?:\/\/|~~|^\|.*\|$/m;

type Element = MdxJsxFlowElement | MdxJsxTextElement;
type Report = (node: Nodes, found: string, write: string) => unknown;

/**
 * Split an MDX file into its YAML front matter, if any, and its body, which keeps its line numbers.
 */
export function splitFrontMatter(source: string): { head: string | undefined; body: string } {
  const match = /^---\r?\n(?:([\s\S]*?)\r?\n)??---\r?\n/.exec(source);
  if (!match) return { head: undefined, body: source };
  const lines = match[0].split('\n').length - 1;
  return { head: match[1] ?? '', body: '\n'.repeat(lines) + source.slice(match[0].length) };
}

/**
 * Parse the parts of an MDX body. Only the components that content/README.md lists are allowed: no
 * imports, expressions, headings or HTML.
 */
export function parseProse(body: string, file: string, problems: Problem[]): Part[] {
  const report: Report = (node, found, write) => {
    const start = node.position?.start;
    problems.push({ file, line: start?.line, column: start?.column, found, write });
  };
  const tree = parseTree(body, report);
  if (!tree) return [];
  const parts: Part[] = [];
  for (const node of tree.children) {
    if (node.type === 'mdxJsxFlowElement' && node.name && PARTS.includes(node.name)) {
      const name = node.name as PartName;
      if (parts.some((part) => part.name === name))
        report(node, `a second <${name}>`, 'each part once');
      parts.push({ name, blocks: readBlocks(node, report) });
    } else {
      report(
        node,
        `${nameOf(node)} outside a part`,
        `text only inside the parts that ${MANUAL} lists`,
      );
    }
  }
  return parts;
}

/**
 * Parse one line of text with code, bold, links and inline components. `place` locates it in the
 * file.
 */
export function parseLine(
  text: string,
  place: string,
  file: string,
  problems: Problem[],
): Inline[] {
  if (PLAIN_LINE.test(text) && !MARKUP_IN_TEXT.test(text)) return [{ kind: 'text', text }];
  const report: Report = (_node, found, write) =>
    problems.push({ file, found: `${place}: ${found}`, write });
  const [first, ...others] = parseTree(text, report)?.children ?? [];
  if (!first) return [];
  if (first.type === 'mdxJsxFlowElement')
    return [first, ...others].flatMap((node) => readInline(node, report) ?? []);
  if (first.type === 'paragraph' && others.length === 0) return readInlines(first, report);
  report(first, 'more than one line of text', 'one line, without lists and blocks');
  return [];
}

function parseTree(body: string, report: Report): Root | undefined {
  try {
    return fromMarkdown(body, MDX);
  } catch (error) {
    const { line, column, reason } = error as { line?: number; column?: number; reason?: string };
    // If a component is not closed, only the message of the error contains the place.
    const [, openedLine, openedColumn] = /\((\d+):(\d+)-/.exec(reason ?? '') ?? [];
    const start = {
      line: line ?? Number(openedLine ?? 1),
      column: column ?? Number(openedColumn ?? 1),
    };
    report(
      { type: 'text', value: '', position: { start, end: start } },
      reason ?? String(error),
      'log text and anything with < or { inside `code` or a fenced block; ' +
        'a closing tag for every component',
    );
    return undefined;
  }
}

function readBlocks(parent: Parents, report: Report): Block[] {
  return parent.children.flatMap((node) => readBlock(node, report) ?? []);
}

function readBlock(node: Nodes, report: Report): Block | undefined {
  switch (node.type) {
    case 'paragraph':
      return { kind: 'paragraph', children: readInlines(node, report) };
    case 'list':
      return {
        kind: 'list',
        ordered: node.ordered === true,
        items: node.children.map((item) => readBlocks(item, report)),
      };
    case 'code':
      if (!FENCED.includes(node.lang ?? ''))
        report(
          node,
          node.lang ? `a fenced block in ${node.lang}` : 'a fenced block without a language',
          `one of ${FENCED.join(', ')} after the fence`,
        );
      return { kind: 'code', language: node.lang ?? 'text', text: node.value };
    case 'mdxJsxFlowElement':
      return readElement(node, report);
    default:
      report(
        node,
        nameOf(node),
        `paragraphs, lists, fenced blocks and the components of ${MANUAL}`,
      );
      return undefined;
  }
}

function readElement(node: Element, report: Report): Block | undefined {
  switch (node.name) {
    case 'Cause':
      return readCause(node, report);
    case 'Step':
      return readStep(node, report);
    case 'Warning':
      return readConditional('warning', node, report);
    case 'Only':
      return readConditional('only', node, report);
    case 'Platform':
      return readPlatform(node, report);
    case 'Diagram':
      return { kind: 'diagram', of: attributes(node, ['of'], [], report)['of'] ?? '' };
    case 'Command':
      return readCommand(node, report);
    default: {
      const inline = readInline(node, report);
      return inline && { kind: 'paragraph', children: [inline] };
    }
  }
}

function readCause(node: Element, report: Report): Block {
  const { id, title, verdict } = attributes(node, ['id', 'title'], ['verdict'], report);
  return {
    kind: 'cause',
    id: checkedId(id, node, report),
    title: title ?? '',
    ...(verdict !== undefined && { verdict }),
    children: readBlocks(node, report),
  };
}

function readStep(node: Element, report: Report): Block {
  const { id, title } = attributes(node, ['id', 'title'], [], report);
  return {
    kind: 'step',
    id: checkedId(id, node, report),
    title: title ?? '',
    children: readBlocks(node, report),
  };
}

function readConditional(kind: 'warning' | 'only', node: Element, report: Report): Block {
  const { id } = attributes(node, ['id'], [], report);
  return { kind, id: checkedId(id, node, report), children: readBlocks(node, report) };
}

function readPlatform(node: Element, report: Report): Block {
  const { os } = attributes(node, ['os'], [], report);
  if (os !== undefined && !(OSES as readonly string[]).includes(os))
    report(node, `os="${os}"`, `one of ${OSES.join(', ')}`);
  return { kind: 'platform', os: os as Os, children: readBlocks(node, report) };
}

function readCommand(node: Element, report: Report): Block | undefined {
  const places = attributes(node, [], ['of', 'fits', 'sample', 'example'], report);
  const code = node.children[0];
  if (node.children.length !== 1 || code?.type !== 'code') {
    report(
      node,
      '<Command> without exactly one fenced block',
      'one fenced block of sh or powershell inside, on lines of its own',
    );
    return undefined;
  }
  if (code.lang !== 'sh' && code.lang !== 'powershell')
    report(
      code,
      `<Command> with a block of ${code.lang ?? 'no language'}`,
      'sh or powershell after the fence',
    );
  const prompt = /^\s*(?:\$ |PS [^>\n]*> )/m.exec(code.value)?.[0].trim();
  if (prompt !== undefined)
    report(code, `the prompt "${prompt}" in a command`, 'the command alone, as it is pasted');
  for (const { found, write } of faultsOfPlaces(places, [code.value])) report(node, found, write);
  return { kind: 'command', language: code.lang ?? 'sh', text: code.value, ...places };
}

function checkedId(id: string | undefined, node: Element, report: Report): string {
  if (id !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))
    report(node, `id="${id}"`, 'lower-case Latin words joined by hyphens');
  return id ?? '';
}

function readInlines(parent: Parents, report: Report): Inline[] {
  return parent.children.flatMap((node) => readInline(node, report) ?? []);
}

function readInline(node: Nodes, report: Report): Inline | undefined {
  switch (node.type) {
    case 'text': {
      const made = MARKUP_IN_TEXT.exec(node.value)?.[0];
      if (made !== undefined)
        report(
          node,
          `"${made}" as plain text`,
          'a URL as [words](URL) or `code`; no tables and no ~~',
        );
      return { kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') };
    }
    case 'break':
      return { kind: 'text', text: ' ' };
    case 'inlineCode':
      return { kind: 'code', text: node.value };
    case 'strong':
      return { kind: 'strong', children: readInlines(node, report) };
    case 'link':
      return { kind: 'link', href: node.url, children: readInlines(node, report) };
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return readInlineElement(node, report);
    default:
      report(node, nameOf(node), `text, \`code\`, bold, links and the components of ${MANUAL}`);
      return undefined;
  }
}

function readInlineElement(node: Element, report: Report): Inline | undefined {
  const { name } = node;
  if (name !== 'Guide' && name !== 'Entry' && name !== 'Value') {
    report(node, `<${name ?? ''}>`, `${ALLOWED}; log text like <command> in \`code\``);
    return undefined;
  }
  if (node.children.length > 0)
    report(node, `text inside <${name}>`, `<${name} … />; its text is generated`);
  if (name === 'Value') {
    const { of, sample } = attributes(node, ['of', 'sample'], [], report);
    return { kind: 'value', of: of ?? '', sample: sample ?? '' };
  }
  const { of } = attributes(node, ['of'], [], report);
  return { kind: name === 'Guide' ? 'guide' : 'entry', of: of ?? '' };
}

type Attributes = Partial<Record<string, string>>;

function attributes(
  node: Element,
  required: string[],
  optional: string[],
  report: Report,
): Attributes {
  const values: Attributes = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      report(
        node,
        `an expression on <${node.name}>`,
        'attributes as plain strings in double quotes',
      );
    } else if (!required.includes(attribute.name) && !optional.includes(attribute.name)) {
      report(
        node,
        `unknown attribute ${attribute.name} on <${node.name}>`,
        `${[...required, ...optional].join(', ') || 'no attribute'}`,
      );
    } else {
      values[attribute.name] = attribute.value;
    }
  }
  for (const name of required) {
    if (values[name]?.trim() === '')
      report(node, `an empty ${name} on <${node.name}>`, `${name}="…"`);
    if (values[name] === undefined)
      report(
        node,
        `<${node.name}> without ${name}`,
        `<${node.name} ${required.map((r) => `${r}="…"`).join(' ')}>`,
      );
  }
  return values;
}

function nameOf(node: Nodes): string {
  if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name)
    return `<${node.name}>`;
  const names: Record<string, string> = {
    heading: 'a heading',
    mdxjsEsm: 'an import or export',
    mdxFlowExpression: 'an expression in braces',
    mdxTextExpression: 'an expression in braces',
    thematicBreak: 'a horizontal rule',
    table: 'a table',
    html: 'HTML',
    image: 'an image',
    paragraph: 'text',
  };
  return names[node.type] ?? node.type;
}
