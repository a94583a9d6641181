import type { Content } from '../../compiler/index.ts';
import { nameLanguage, type Language } from '../../model/languages.ts';
import { checkedLine, languagesOf, textOf, type NewFiles } from './new-folder.ts';

/** The known parts of a new entry; the others become a GAP. */
export interface EntryDraft {
  template?: string;
  /** The ids of messages.tsv with this text. */
  messages?: string[];
  level?: string | undefined;
  /** Whether the message is a problem by its level; true if that is not known. */
  isProblem?: boolean;
  source?: string | undefined;
  /** Lines of a log that must be diagnosed as the entry. */
  sample?: string;
  /** Entries that look alike, with lines that are diagnosed as them. */
  neighbours?: { id: string; sample: string }[];
}

/** Return the files of an entry, with a GAP wherever something is to be written. */
export function entryFiles(id: string, content: Content, draft: EntryDraft): NewFiles {
  const catalog = id.slice(0, id.indexOf('/'));
  const product = content.products.find(({ yaml }) => yaml.catalogs.includes(catalog));
  const { template, messages = [], level, isProblem = true, source, neighbours = [] } = draft;
  const text = template ?? `GAP the message of ${id} with {name:type} for its values`;
  const names = neighbours.map((entry) => entry.id);
  return {
    'entry.yaml': textOf(
      isProblem
        ? 'role: cause # or consequence, harmless, info'
        : 'role: info # or cause: its level is below that of problems',
      isProblem ? 'act: now # or wait, ignore' : 'act: ignore',
      ...(level === undefined ? [] : [`level: ${level}`]),
      'templates:',
      `  - text: ${quoteTemplate(text)}`,
      ...(messages.length === 0 ? [] : [`    messages: [${messages.join(', ')}]`]),
      ...(source === undefined ? [] : [`source: '${source.replaceAll("'", "''")}'`]),
      ...(names.length === 0 ? [] : [`neighbours: [${names.join(', ')}]`]),
      checkedLine(product),
    ),
    ...Object.fromEntries(
      languagesOf(content).map((language) => [`${language}.mdx`, proseOf(language, names)]),
    ),
    'samples/one.log': draft.sample ?? 'GAP a whole line of the log that has this message\n',
    ...Object.fromEntries(
      neighbours.map((entry) => [
        `lookalikes/${entry.id.slice(entry.id.indexOf('/') + 1)}.log`,
        entry.sample,
      ]),
    ),
  };
}

/** Write a template as YAML. */
export function quoteTemplate(text: string): string {
  return text.includes('\n') ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

function proseOf(language: Language, neighbours: string[]): string {
  return textOf(
    '---',
    `summary: GAP what the message means, in one sentence (${nameLanguage(language)})`,
    '---',
    '<When>',
    'GAP when exactly it is printed, and what the program does next',
    '</When>',
    '',
    '<Do>',
    'GAP what to do, with the guides that help',
    '</Do>',
    ...(neighbours.length === 0
      ? []
      : [
          '',
          '<Apart>',
          ...neighbours.map((id) => `GAP how to tell it from <Entry of="${id}" />`),
          '</Apart>',
        ]),
  );
}
