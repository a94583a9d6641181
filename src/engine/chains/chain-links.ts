/** Converts a chain to the strings that a report shows. */
import type { ByteRange } from '../lines/byte-range.ts';
import type { Rule } from '../templates/rule.ts';
import { unquote } from '../lines/go-quote.ts';
import type { Link } from '../../model/report.ts';
import { decode } from '../lines/bytes.ts';

/** Characters of a link's text that are kept. */
const MAX_TEXT = 300;

/**
 * Return the value that a hole of a link captured, or null if there is none, or if the next link is
 * in the hole.
 */
export function captureOf({ rule, bytes, spans }: Chain, hole: number): string | null {
  const captured = rule.holes[hole];
  const from = spans[2 * hole] as number;
  if (!captured || captured.kind === 'cause' || from < 0) return null;
  const { kind, quoted } = captured;
  const to = spans[2 * hole + 1] as number;
  const inside = quoted ? unquote(bytes, from, to) : null;
  const text = inside ? decode(inside, 0, inside.length) : decode(bytes, from, to);
  return kind === 'foreign' ? text.trimEnd() : text;
}

/** Convert the links of a chain for a report. */
export function linksOf(chain: Chain): Link[] {
  const links: Link[] = [];
  let isForeign = false;
  for (let link: Chain | null = chain; link; link = link.below) {
    const captures: Link['captures'] = {};
    for (const [hole, { name }] of link.rule.holes.entries()) {
      const value = captureOf(link, hole);
      if (value !== null) captures[name] = [value];
      // A value that is cut off must not be taken from another link.
      else if (chain.isTruncated && link.spans[2 * hole] === -1) captures[name] ??= [];
    }
    links.push({
      entry: link.rule.entry.id,
      message: link.rule.message,
      captures,
      text: textOf(link),
      ...(isForeign ? { foreign: true as const } : {}),
    });
    isForeign ||= link.isBelowForeign;
  }
  return links;
}

/**
 * Return the text of a link in the log: without the cause if that is at its end; otherwise with it,
 * because the text would have a gap.
 */
function textOf({ rule, bytes, from, end, spans }: Chain): string {
  const cause = rule.holes.findIndex(({ kind }) => kind === 'cause');
  const start = cause < 0 ? -1 : (spans[2 * cause] as number);
  const after = start < 0 ? '' : decode(bytes, spans[2 * cause + 1] as number, end);
  const isWhole = start < 0 || !/^\s*(?:"\s*)?$/.test(after);
  return (isWhole ? decode(bytes, from, end) : `${decode(bytes, from, start)}${after}`)
    .trim()
    .replace(/\s*[:,]\s*"?$/, '')
    .slice(0, MAX_TEXT);
}

/** Return the last link of a chain that is not in text of another program. */
export function lastOwnLink(chain: Chain): Chain {
  let link = chain;
  while (link.below && !link.isBelowForeign) link = link.below;
  return link;
}

/** A link of a chain, with the links below it. */
export interface Chain {
  rule: Rule;
  bytes: Uint8Array;
  from: number;
  end: number;
  /** Start and end of each hole of the rule, -1 for a hole that the text does not reach. */
  spans: readonly number[];
  below: Chain | null;
  /** Whether the link below lies in text of another program. */
  isBelowForeign: boolean;
  /** Text in a cause hole that no template matches. Only the last link has one. */
  rest: ByteRange | null;
  /** Literal bytes matched from this link on. */
  literal: number;
  links: number;
  /** Whether it ends in unquoted text of another program, which the next lines may continue. */
  mayContinue: boolean;
  /** Whether its end is missing or its beginning is unknown. */
  isTruncated: boolean;
  /** Whether it ends in quoted text of another program without the closing quotation mark. */
  isUnclosed: boolean;
  /**
   * For a truncated text: all chains that it may be the beginning of. This chain has the links that
   * all of them share.
   */
  family?: readonly Chain[];
}

/**
 * How a message is read. All objects have all fields in this order, because V8 is fastest with
 * objects of one shape.
 */
export interface ReadOptions {
  /** Numbers of the level and the tag. */
  level: number;
  tag: number;
  /** Whether only templates bound to the level may begin the chain. */
  boundOnly: boolean;
  /** Bits of the catalogs whose entries may begin the chain. */
  catalogs: number;
  /** Whether other text may follow the message. */
  loose: boolean;
  /** Whether the text nests in a cause hole, where templates bound to a level do not fit. */
  nested: boolean;
  /** Whether the message may be truncated within a template. */
  mayBeTruncated: boolean;
  /** Whether the text is known to contain no line break. */
  oneLine: boolean;
}
