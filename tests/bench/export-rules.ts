import { parseTemplate, type Catalog, type TemplatePart } from '../../src/engine/index.ts';

/** A rule in a form that can be exported to other matchers. */
export interface PeerRule {
  id: string;
  /** `LEVEL <tag> `, or empty if the rule applies to any. */
  header: string;
  parts: TemplatePart[];
}

/** Return the rules that match whole lines. Other matchers have no equivalent of nested causes. */
export function peerRules(catalog: Catalog): PeerRule[] {
  const entries = catalog.entries.filter(({ nested, id }) => !nested && id.startsWith('agent/'));
  const rules = entries.flatMap(({ id, templates }) =>
    templates.map(({ text, level, tag }) => ({
      id,
      header: level && tag ? `${level} <${tag}> ` : '',
      parts: parseTemplate(text),
    })),
  );
  return rules.filter(({ parts }) =>
    parts.some((part) => typeof part === 'string' && part.trim().length > 2),
  );
}

const escaped = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Return the text for `grep -F`: the literal before the first hole, or else the longest one. */
export function literalOf({ header, parts }: PeerRule): string {
  const [first] = parts;
  if (typeof first === 'string') return header + first;
  return parts.reduce<string>(
    (longest, part) => (typeof part === 'string' && part.length > longest.length ? part : longest),
    '',
  );
}

/** Return the regular expression for `rg`, without a final hole, which does not affect matching. */
export function regexOf({ header, parts }: PeerRule): string {
  const shown = typeof parts.at(-1) === 'string' ? parts : parts.slice(0, -1);
  return (
    escaped(header) +
    shown
      .map((part) =>
        typeof part === 'string' ? escaped(part) : part.type === 'int' ? '[0-9]+' : '.*',
      )
      .join('')
  );
}

/** Return the regular expression for JavaScript, with captures. */
export function capturingRegex({ header, parts }: PeerRule): RegExp {
  const patterns = parts.map((part) =>
    typeof part === 'string' ? escaped(part) : part.type === 'int' ? '(\\d+)' : '(.*?)',
  );
  return new RegExp(`${escaped(header)}${patterns.join('')}$`);
}

/**
 * Build a pattern database for syslog-ng. `pdbtool` takes the date at the start of a line for the
 * host, so the patterns begin with the time of day.
 */
export function patternDatabase(rules: readonly PeerRule[]): string {
  const xml = (text: string): string =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#10;');
  const pattern = ({ header, parts }: PeerRule): string => {
    const holes = parts.map((part, index) => {
      const [before, next] = [parts[index - 1], parts[index + 1]];
      if (typeof part !== 'string')
        return part.type === 'int'
          ? `@NUMBER:h${index}@`
          : typeof next === 'string'
            ? `@ESTRING:h${index}:${next.replaceAll('@', '@@')}@`
            : `@ANYSTRING:h${index}@`;
      // An ESTRING parser consumes the literal that ends it.
      return typeof before === 'object' && before.type !== 'int' ? '' : part.replaceAll('@', '@@');
    });
    return `@ESTRING:time: @@ESTRING:source: @${header}${holes.join('')}`;
  };
  const rows = rules.map((rule, index) => {
    const patterns = `<patterns><pattern>${xml(pattern(rule))}</pattern></patterns>`;
    return `<rule provider='bench' id='${rule.id}-${index}' class='system'>${patterns}</rule>`;
  });
  const lines = [
    "<?xml version='1.0' encoding='UTF-8'?>",
    "<patterndb version='5' pub_date='2026-01-01'><ruleset name='bench' id='bench'><rules>",
    ...rows,
    '</rules></ruleset></patterndb>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Build a rule base for liblognorm. */
export function ruleBase(rules: readonly PeerRule[]): string {
  const row = ({ id, header, parts }: PeerRule): string => {
    const holes = parts.map((part, index) => {
      const next = parts[index + 1];
      if (typeof part === 'string') return part.replaceAll('%', '%%');
      if (part.type === 'int') return `%h${index}:number%`;
      return typeof next === 'string'
        ? `%${JSON.stringify({ name: `h${index}`, type: 'string-to', extradata: next })}%`
        : `%h${index}:rest%`;
    });
    return `rule=${id}:%date:word% %time:word% %source:word% ${header}${holes.join('')}`;
  };
  return `version=2\n${rules.map(row).join('\n')}\n`;
}
