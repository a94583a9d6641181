import { parseMarkdown, type MarkdownBlock, type Span } from './parse-markdown.ts';

/** Convert a page from Markdown to HTML, for editors that take formatted text. */
export function markdownToHtml(text: string): string {
  return blocksToHtml(parseMarkdown(text));
}

function blocksToHtml(blocks: MarkdownBlock[], isItem = false): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'rule':
          return '<hr>';
        case 'code':
          return `<pre><code>${escape(block.text)}</code></pre>`;
        case 'list': {
          const tag = block.ordered ? 'ol' : 'ul';
          const items = block.items.map((item) => `<li>${blocksToHtml(item, true)}</li>`);
          return `<${tag}>\n${items.join('\n')}\n</${tag}>`;
        }
        case 'heading':
          return `<h${block.level}>${spansToHtml(block.children)}</h${block.level}>`;
        case 'quote':
          return `<blockquote>${spansToHtml(block.children)}</blockquote>`;
        case 'paragraph':
          return isItem ? spansToHtml(block.children) : `<p>${spansToHtml(block.children)}</p>`;
      }
    })
    .join('\n');
}

function spansToHtml(spans: Span[]): string {
  return spans
    .map((span) => {
      switch (span.kind) {
        case 'text':
          return escape(span.text);
        case 'code':
          return `<code>${escape(span.text)}</code>`;
        case 'strong':
          return `<strong>${spansToHtml(span.children)}</strong>`;
        case 'link':
          return `<a href="${escape(span.url)}">${spansToHtml(span.children)}</a>`;
      }
    })
    .join('');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
