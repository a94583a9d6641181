import type { FollowUp, EntryText, GuideText, ReportTexts } from '../../model/words.ts';
import type { Os } from '../../model/prose.ts';
import { packReleases, unpackReleases } from './pack-releases.ts';
import { packParts, unpackParts, type PackedParts } from './pack-prose.ts';

/** The format of words/<lang>.json. */
export interface PackedWords extends Omit<
  ReportTexts,
  'entries' | 'guides' | 'missing' | 'releases'
> {
  /**
   * Summaries; in a list if the entry is vague, has a verdict, or can wait, which the second item
   * (null if it is vague) and the third item say. entry-titles.ts adds the titles.
   */
  entries: Record<string, string | [summary: string, verdict?: string | null, canWait?: 1]>;
  /** A guide that is never an answer has only a title; a brief one has a summary as well. */
  guides: Record<
    string,
    {
      title: string;
      summary?: string;
      past?: string | undefined;
      verdict?: string;
      costs?: Record<string, string>;
      changes?: Record<string, string>;
      effect?: GuideText['effect'];
      parts?: PackedParts;
    }
  >;
  /** Each command is an index into `commands`. */
  missing: Record<
    string,
    Record<string, Omit<FollowUp, 'commands'> & { commands: Partial<Record<Os, number>> }>
  >;
  /** Distinct commands of guides and of requests for missing information. */
  commands: string[];
  releases: Record<string, string>;
}

/** Pack words for download; `unpackWords` reverses this. */
export function packWords(words: ReportTexts): PackedWords {
  const commands: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (command: string): number => {
    const number = numbers.get(command) ?? commands.push(command) - 1;
    numbers.set(command, number);
    return number;
  };
  const { entries, guides, missing, releases, ...others } = words;
  const named = new Set(Object.values(others.starts).map(({ step }) => step));
  return {
    ...others,
    entries: mapValues(entries, ({ summary, verdict, vague, canWait }) =>
      canWait
        ? [summary, vague ? null : (verdict ?? ''), 1]
        : verdict !== undefined
          ? [summary, verdict]
          : vague
            ? [summary]
            : summary,
    ),
    guides: mapValues(
      guides,
      ({ title, summary, past, verdict, costs, changes, effect, parts }) => ({
        title,
        ...(summary !== '' && { summary }),
        ...(Object.keys(changes).length > 0 && { changes }),
        ...(effect !== 'harmless' && { effect }),
        ...(past !== undefined && { past }),
        ...(parts.length > 0 && {
          ...(verdict !== undefined && { verdict }),
          ...(costs && { costs }),
          parts: packParts(parts, numberOf, named),
        }),
      }),
    ),
    missing: mapValues(missing, (asked) =>
      mapValues(asked, ({ commands, ...ask }) => ({
        ...ask,
        commands: mapValues(commands, numberOf),
      })),
    ),
    commands,
    releases: mapValues(releases, packReleases),
  };
}

/** Unpack downloaded words. Their entries have no titles until `withTitles` adds them. */
export function unpackWords({
  entries,
  guides,
  missing,
  commands,
  releases,
  ...words
}: PackedWords): ReportTexts {
  return {
    ...words,
    entries: mapValues(entries, (packed): EntryText => {
      if (typeof packed === 'string') return { title: '', summary: packed };
      const [summary, verdict, canWait] = packed;
      return {
        title: '',
        summary,
        ...(verdict == null ? { vague: true } : verdict !== '' && { verdict }),
        ...(canWait && { canWait: true }),
      };
    }),
    guides: mapValues(
      guides,
      ({
        title,
        summary = '',
        past,
        verdict,
        costs,
        changes = {},
        effect = 'harmless',
        parts = {},
      }) => ({
        title,
        summary,
        changes,
        effect,
        ...(past !== undefined && { past }),
        ...(verdict !== undefined && { verdict }),
        ...(costs && { costs }),
        symptoms: [],
        parts: unpackParts(parts, commands),
      }),
    ),
    missing: mapValues(missing, (asked) =>
      mapValues(asked, ({ commands: numbers, ...ask }) => ({
        ...ask,
        commands: { linux: '', ...mapValues(numbers, (number) => commands[number] ?? '') },
      })),
    ),
    releases: mapValues(releases, unpackReleases),
  };
}

function mapValues<From, To>(
  record: Record<string, From>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
