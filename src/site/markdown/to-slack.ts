import { parseMarkdown, type MarkdownBlock, type Span } from './parse-markdown.ts';

/** Convert a page from Markdown to mrkdwn, the markup of Slack. */
export function markdownToSlack(text: string): string {
  return blocksToSlack(parseMarkdown(text), '\n\n');
}

function blocksToSlack(blocks: MarkdownBlock[], between: string): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'rule':
          return '———';
        case 'code':
          return `\`\`\`\n${escape(block.text)}\n\`\`\``;
        case 'list':
          return block.items
            .map((item, index) => {
              const marker = block.ordered ? `${index + 1}.` : '•';
              return `${marker} ${blocksToSlack(item, '\n').replaceAll('\n', '\n    ')}`;
            })
            .join('\n');
        case 'heading':
          // Code cannot be bold.
          return block.children.some(({ kind }) => kind === 'code')
            ? spansToSlack(block.children)
            : `*${spansToSlack(block.children)}*`;
        case 'quote':
          return `> ${spansToSlack(block.children)}`;
        case 'paragraph':
          return spansToSlack(block.children);
      }
    })
    .join(between);
}

function spansToSlack(spans: Span[]): string {
  return spans
    .map((span) => {
      switch (span.kind) {
        case 'text':
          return escape(span.text);
        case 'code':
          return `\`${escape(span.text)}\``;
        case 'strong':
          return `*${spansToSlack(span.children)}*`;
        case 'link':
          return `<${span.url}|${plainText(span.children).replaceAll('|', '¦')}>`;
      }
    })
    .join('');
}

/** The text of a link, which cannot have markup. */
function plainText(spans: Span[]): string {
  return spans
    .map((span) => ('children' in span ? plainText(span.children) : escape(span.text)))
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
