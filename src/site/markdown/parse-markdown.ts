/** A piece of a paragraph. */
export type Span =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; children: Span[] }
  | { kind: 'link'; url: string; children: Span[] };

/** A block of Markdown. */
export type MarkdownBlock =
  | { kind: 'heading'; level: number; children: Span[] }
  | { kind: 'paragraph' | 'quote'; children: Span[] }
  | { kind: 'code'; text: string }
  | { kind: 'list'; ordered: boolean; items: MarkdownBlock[][] }
  | { kind: 'rule' };

const SPAN =
  /\\([!-/:-@[-`{-~])|(?<!`)(`+)(?!`)([\s\S]+?)(?<!`)\2(?!`)|\*\*((?:\\.|[^*\\])+)\*\*|\[((?:\\.|``(?:[^`]|`(?!`))*``|`[^`]*`|[^\]\\`])*)\]\(([^\s()]*)\)|<(https?:[^>\s]+)>/g;
const FENCE = /^(`{3,})[\w-]*$/;
const ITEM = /^(?:- |(\d+)\. )/;

/**
 * Parse the Markdown that write-blocks.ts writes, in which a paragraph is one line. Other Markdown
 * has more forms.
 */
export function parseMarkdown(text: string): MarkdownBlock[] {
  const lines = text.split('\n');
  const blocks: MarkdownBlock[] = [];
  const takeWhile = (test: (line: string) => boolean): string[] => {
    const end = lines.findIndex((line) => !test(line));
    return lines.splice(0, end < 0 ? lines.length : end);
  };
  while (lines.length > 0) {
    const line = lines[0] ?? '';
    const fence = FENCE.exec(line)?.[1];
    const heading = /^(#+) /.exec(line)?.[1];
    if (line === '') lines.shift();
    else if (fence !== undefined) {
      lines.shift();
      blocks.push({ kind: 'code', text: takeWhile((code) => code !== fence).join('\n') });
      lines.shift();
    } else if (line === '---') {
      lines.shift();
      blocks.push({ kind: 'rule' });
    } else if (heading !== undefined) {
      lines.shift();
      const children = parseSpans(line.slice(heading.length + 1));
      blocks.push({ kind: 'heading', level: heading.length, children });
    } else if (ITEM.test(line)) {
      blocks.push(parseList(takeWhile((item) => ITEM.test(item) || /^(?: {2}|$)/.test(item))));
    } else {
      lines.shift();
      const [quote = ''] = /^> /.exec(line) ?? [];
      const children = parseSpans(line.slice(quote.length));
      blocks.push({ kind: quote === '' ? 'paragraph' : 'quote', children });
    }
  }
  return blocks;
}

function parseList(lines: string[]): MarkdownBlock {
  const items: string[][] = [];
  for (const line of lines) {
    const [marker] = ITEM.exec(line) ?? [];
    if (marker !== undefined) items.push([line.slice(marker.length)]);
    else items.at(-1)?.push(line.replace(/^ {2,3}/, ''));
  }
  return {
    kind: 'list',
    ordered: /^\d/.test(lines[0] ?? ''),
    items: items.map((item) => parseMarkdown(item.join('\n').trimEnd())),
  };
}

function parseSpans(text: string): Span[] {
  const spans: Span[] = [];
  const add = (part: string): void => {
    const last = spans.at(-1);
    if (last?.kind === 'text') last.text += part;
    else if (part !== '') spans.push({ kind: 'text', text: part });
  };
  let at = 0;
  for (const match of text.matchAll(SPAN)) {
    const [whole, escaped, fence, code, strong, label, target, url] = match;
    add(text.slice(at, match.index));
    at = match.index + whole.length;
    if (escaped !== undefined) add(escaped);
    else if (fence !== undefined)
      spans.push({ kind: 'code', text: (code ?? '').replace(/^ ([\s\S]*) $/, '$1') });
    else if (strong !== undefined) spans.push({ kind: 'strong', children: parseSpans(strong) });
    else if (url !== undefined)
      spans.push({ kind: 'link', url, children: [{ kind: 'text', text: url }] });
    else spans.push({ kind: 'link', url: target ?? '', children: parseSpans(label ?? '') });
  }
  add(text.slice(at));
  return spans;
}
