import { parseTemplate, type Catalog, type TemplatePart } from '../../engine/index.ts';

/** A rule as matchers of other people take it: the message's head is literal. */
export interface PeerRule {
  id: string;
  /** `LEVEL <tag> `, or nothing where the rule is not bound to them. */
  head: string;
  parts: TemplatePart[];
}

/** The rules of a catalog that a line can begin with; causes, which stand inside a message, have no equal in other matchers. */
export function peerRules(catalog: Catalog): PeerRule[] {
  const entries = catalog.entries.filter(({ nested, id }) => !nested && id.startsWith('agent/'));
  const rules = entries.flatMap(({ id, templates }) =>
    templates.map(({ text, level, tag }) => ({
      id,
      head: level && tag ? `${level} <${tag}> ` : '',
      parts: parseTemplate(text),
    })),
  );
  return rules.filter(({ parts }) =>
    parts.some((part) => typeof part === 'string' && part.trim().length > 2),
  );
}

const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** For `grep -F`: the literal from the head to the first hole, or the longest one where a hole comes first. */
export function literalOf({ head, parts }: PeerRule): string {
  const [first] = parts;
  if (typeof first === 'string') return head + first;
  return parts.reduce<string>(
    (longest, part) => (typeof part === 'string' && part.length > longest.length ? part : longest),
    '',
  );
}

/** For `rg`: a hole at the end is left out, for it only wants the line. */
export function regexOf({ head, parts }: PeerRule): string {
  const shown = typeof parts.at(-1) === 'string' ? parts : parts.slice(0, -1);
  return (
    escaped(head) +
    shown
      .map((part) =>
        typeof part === 'string' ? escaped(part) : part.type === 'int' ? '[0-9]+' : '.*',
      )
      .join('')
  );
}

/** For JavaScript: with captures. */
export function capturingRegex({ head, parts }: PeerRule): RegExp {
  return new RegExp(
    `${escaped(head)}${parts.map((part) => (typeof part === 'string' ? escaped(part) : part.type === 'int' ? '(\\d+)' : '(.*?)')).join('')}$`,
  );
}

/** A pattern database of syslog-ng. `pdbtool` takes the first word of a line for the host, so a line begins with its time of day. */
export function patternDatabase(rules: readonly PeerRule[]): string {
  const xml = (text: string): string =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#10;');
  const pattern = ({ head, parts }: PeerRule): string => {
    const holes = parts.map((part, index) => {
      const [before, next] = [parts[index - 1], parts[index + 1]];
      if (typeof part !== 'string')
        return part.type === 'int'
          ? `@NUMBER:h${index}@`
          : typeof next === 'string'
            ? `@ESTRING:h${index}:${next.replaceAll('@', '@@')}@`
            : `@ANYSTRING:h${index}@`;
      // A string that ends at a literal takes the literal with it.
      return typeof before === 'object' && before.type !== 'int' ? '' : part.replaceAll('@', '@@');
    });
    return `@ESTRING:time: @@ESTRING:source: @${head}${holes.join('')}`;
  };
  const rows = rules.map(
    (rule, index) =>
      `<rule provider='bench' id='${rule.id}-${index}' class='system'><patterns><pattern>${xml(pattern(rule))}</pattern></patterns></rule>`,
  );
  return `<?xml version='1.0' encoding='UTF-8'?>\n<patterndb version='5' pub_date='2026-01-01'><ruleset name='bench' id='bench'><rules>\n${rows.join('\n')}\n</rules></ruleset></patterndb>\n`;
}

/** A rule base of liblognorm. */
export function ruleBase(rules: readonly PeerRule[]): string {
  const row = ({ id, head, parts }: PeerRule): string => {
    const holes = parts.map((part, index) => {
      const next = parts[index + 1];
      if (typeof part === 'string') return part.replaceAll('%', '%%');
      if (part.type === 'int') return `%h${index}:number%`;
      return typeof next === 'string'
        ? `%${JSON.stringify({ name: `h${index}`, type: 'string-to', extradata: next })}%`
        : `%h${index}:rest%`;
    });
    return `rule=${id}:%date:word% %time:word% %source:word% ${head}${holes.join('')}`;
  };
  return `version=2\n${rules.map(row).join('\n')}\n`;
}
