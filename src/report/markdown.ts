import { escapeHidden } from './format/index.ts';

/**
 * Trusted Markdown. Only the functions in this file create it, and they escape the text that they
 * take, so text from the log or the sender cannot get into a report unescaped.
 */
class Markdown {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export type { Markdown };

/**
 * Text that GitHub or a mail program would interpret: Markdown, HTML, entities, links, mentions,
 * references, formulas and emoji names.
 */
const ACTIVE = /[\\`*_[\]<>&~|$#@]|:\/\/|www\.|\bgh-\d|:(?!\d+:)[\w+-]+:/i;
/** A first word that would begin a list, underline a heading or divide a table. */
const LEAD = /^(?:[-+=:]+|\d{1,9}[.)])$/;
/** Matches a text whose last line has no word yet. */
const BEGUN = /(?:^|\n)[\s#-]*$/;
/** Brackets and punctuation around a word, which mean nothing to Markdown. */
const OPENING = /^[("'{]*/;
const CLOSING = /[)"'},.;:!?]+$/;

/**
 * Write Markdown. The template itself is trusted; interpolated text is escaped.
 *
 * @example markdown`# ${'5 *disks* are full'}` // # 5 `*disks*` are full
 */
export function markdown(
  template: TemplateStringsArray,
  ...holes: (string | Markdown)[]
): Markdown {
  return new Markdown(
    template.reduce(
      (text, piece, at) => text + escapeHole(holes[at - 1] ?? '', BEGUN.test(text)) + piece,
    ),
  );
}

/** Join pieces of Markdown; `between` is trusted and not escaped. */
export function joinMarkdown(pieces: readonly Markdown[], between: string): Markdown {
  return new Markdown(pieces.map(({ text }) => text).join(between));
}

/** Indent all lines but the first, as in a list item. */
export function inItem({ text }: Markdown): Markdown {
  return new Markdown(text.replace(/\n(?=.)/g, '\n  '));
}

/** Wrap log text in a code span that its own backticks cannot close. */
export function codeSpan(text: string): Markdown {
  const shown = escapeHidden(text).replace(/\s*\n\s*/g, ' ');
  const fence = '`'.repeat(longestRun(shown) + 1);
  const edge = /^`|`$|^\s|\s$/.test(shown) ? ' ' : '';
  // Markdown has no empty code span.
  return new Markdown(shown === '' ? '' : fence + edge + shown + edge + fence);
}

/** Wrap log lines in a fenced block that their own fences cannot close. */
export function codeBlock(language: string, lines: string[]): Markdown {
  const text = lines.map(escapeHidden).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return new Markdown(`${fence}${language}\n${text}\n${fence}`);
}

/** Link to a page of this site. */
export function link(title: string, address: string): Markdown {
  return new Markdown(`[${prose(title, false)}](${address})`);
}

/** Link to a page of this site, showing its URL. */
export function autolink(address: string): Markdown {
  return new Markdown(`<${address}>`);
}

function escapeHole(hole: string | Markdown, isLead: boolean): string {
  return hole instanceof Markdown ? hole.text : prose(hole, isLead);
}

/**
 * Escape text for Markdown by wrapping active words in code spans. Unlike a backslash, a code span
 * works everywhere (GitHub still links URLs that contain one) and keeps the word searchable.
 */
function prose(text: string, isLead: boolean): string {
  return escapeHidden(text)
    .split('\n')
    .map((line, row) =>
      line.replace(/^\s+|\s+$/g, ' ').replace(/[!-~]+/g, (word, at: number, whole: string) => {
        if ((isLead || row > 0) && LEAD.test(word) && whole.slice(0, at).trim() === '')
          return codeSpan(word).text;
        if (!ACTIVE.test(word)) return word;
        const [before = ''] = OPENING.exec(word) ?? [];
        const rest = word.slice(before.length);
        const inner = rest.replace(CLOSING, '');
        return before + codeSpan(inner).text + rest.slice(inner.length);
      }),
    )
    .join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
