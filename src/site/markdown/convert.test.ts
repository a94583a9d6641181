import { expect, it } from 'vitest';
import { markdownToHtml } from './to-html.ts';
import { markdownToSlack } from './to-slack.ts';

const PAGE = `# The key is refused (401)

> Ask \`curl\` & read <https://example.com/a_b>.

**Linux**

\`\`\`sh
echo "a < b" \\
  '**'
\`\`\`

- \`200\`: fine, see [the \`<main>\` \\*guide\\*](https://example.com/x/)
  - inside
- no _number_ (see [x](https://example.com/))

---`;

it('converts a page to HTML, escaped', () => {
  expect(markdownToHtml(PAGE)).toBe(`<h1>The key is refused (401)</h1>
<blockquote>Ask <code>curl</code> &amp; read <a href="https://example.com/a_b">https://example.com/a_b</a>.</blockquote>
<p><strong>Linux</strong></p>
<pre><code>echo &quot;a &lt; b&quot; \\
  '**'</code></pre>
<ul>
<li><code>200</code>: fine, see <a href="https://example.com/x/">the <code>&lt;main&gt;</code> *guide*</a>
<ul>
<li>inside</li>
</ul></li>
<li>no _number_ (see <a href="https://example.com/">x</a>)</li>
</ul>
<hr>`);
});

it('converts a page to the markup of Slack', () => {
  expect(markdownToSlack(PAGE)).toBe(`*The key is refused (401)*

> Ask \`curl\` &amp; read <https://example.com/a_b|https://example.com/a_b>.

*Linux*

\`\`\`
echo "a &lt; b" \\
  '**'
\`\`\`

• \`200\`: fine, see <https://example.com/x/|the &lt;main&gt; *guide*>
    • inside
• no _number_ (see <https://example.com/|x>)

———`);
});
