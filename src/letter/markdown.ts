import { visible } from '../display/index.ts';

/**
 * Markdown of our own. Only the functions of this file make it, and what they take is text: no value of a log, no sentence and no word of
 * the sender gets into a letter unescaped, because there is no other way into it.
 */
class Markdown {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export type { Markdown };

/** What GitHub and mail programs take for more than text: marks, HTML, entities, links, mentions, references, formulas and names of emoji. */
const ACTIVE = /[\\`*_[\]<>&~|$#@]|:\/\/|www\.|\bgh-\d|:(?!\d+:)[\w+-]+:/i;
/** What would begin a list, underline a heading or divide a table where it is the first word of a line. */
const LEAD = /^(?:[-+=:]+|\d{1,9}[.)])$/;
/** A line in which no word stands yet. */
const BEGUN = /(?:^|\n)[\s#-]*$/;
/** A word with the brackets and marks around it, which mean nothing to Markdown. */
const WORD = /^([("'{]*)(.*?)([)"'},.;:!?]*)$/s;

/**
 * Write Markdown: what stands in the template is ours, and what stands in a hole is text that stays text.
 *
 * @example md`# ${'5 *disks* are full'}` // # 5 `*disks*` are full
 */
export function md(ours: TemplateStringsArray, ...holes: (string | Markdown)[]): Markdown {
  return new Markdown(
    ours.reduce((text, piece, at) => text + inHole(holes[at - 1] ?? '', BEGUN.test(text)) + piece),
  );
}

/** Join pieces of Markdown; `between` is ours. */
export function joinMarkdown(pieces: readonly Markdown[], between: string): Markdown {
  return new Markdown(pieces.map(({ text }) => text).join(between));
}

/** Put further lines of an item below its first one. */
export function inItem({ text }: Markdown): Markdown {
  return new Markdown(text.replace(/\n(?=.)/g, '\n  '));
}

/** Put a text of a log into a code span, whatever backticks it holds. */
export function codeSpan(text: string): Markdown {
  const shown = visible(text).replace(/\s*\n\s*/g, ' ');
  const fence = '`'.repeat(longestRun(shown) + 1);
  const edge = /^`|`$|^\s|\s$/.test(shown) ? ' ' : '';
  // An empty span would be two backticks, which are none.
  return new Markdown(shown === '' ? '' : fence + edge + shown + edge + fence);
}

/** Put lines of a log into a fenced block, whatever fences they hold. */
export function codeBlock(language: string, lines: string[]): Markdown {
  const text = lines.map(visible).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return new Markdown(`${fence}${language}\n${text}\n${fence}`);
}

/** Make a link to a page of this site. */
export function link(title: string, address: string): Markdown {
  return new Markdown(`[${prose(title, false)}](${address})`);
}

/** Show the address of a page of this site as a link. */
export function autolink(address: string): Markdown {
  return new Markdown(`<${address}>`);
}

function inHole(hole: string | Markdown, isLead: boolean): string {
  return hole instanceof Markdown ? hole.text : prose(hole, isLead);
}

/**
 * Write a text as prose that means nothing to Markdown. A word that would is put into a code span: unlike a backslash it holds everywhere
 * (GitHub makes links of addresses that have one), and leaves the word whole for whoever looks for it.
 */
function prose(text: string, isLead: boolean): string {
  return visible(text)
    .split('\n')
    .map((line, row) =>
      line.replace(/^\s+|\s+$/g, ' ').replace(/[!-~]+/g, (word, at: number, whole: string) => {
        if ((isLead || row > 0) && LEAD.test(word) && whole.slice(0, at).trim() === '')
          return codeSpan(word).text;
        if (!ACTIVE.test(word)) return word;
        const [, before = '', inner = '', after = ''] = WORD.exec(word) ?? [];
        return before + codeSpan(inner).text + after;
      }),
    )
    .join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
