import type { EntryText, GuideText, ReportTexts } from '../../model/words.ts';
import { packReleases, unpackReleases } from './pack-releases.ts';
import { packParts, unpackParts, type PackedParts } from './pack-prose.ts';

/** The format of words/<lang>.json. */
export interface PackedWords extends Omit<ReportTexts, 'entries' | 'guides' | 'releases'> {
  /**
   * Summaries; in a list if the entry is vague, has a verdict, or can wait, which the second item
   * (null if it is vague) and the third item say. entry-titles.ts adds the titles.
   */
  entries: Record<string, string | [summary: string, verdict?: string | null, canWait?: 1]>;
  guides: Record<string, PackedGuide>;
  releases: Record<string, string>;
}

/** The format of words/<lang>/rare-guides.<hash>.json. */
export interface PackedGuides extends Pick<ReportTexts, 'diagrams'> {
  guides: Record<string, PackedGuide>;
}

/** A guide that is never an answer has only a title; a rare one has a summary as well. */
interface PackedGuide {
  title: string;
  summary?: string;
  past?: string | undefined;
  verdict?: string;
  costs?: Record<string, string>;
  changes?: Record<string, string>;
  effect?: GuideText['effect'];
  parts?: PackedParts;
  rare?: 1;
}

/** Pack words for download; `unpackWords` reverses this. */
export function packWords(words: ReportTexts): PackedWords {
  const { entries, guides, releases, ...others } = words;
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
    guides: packGuides(guides, words.starts),
    releases: mapValues(releases, packReleases),
  };
}

/** Pack the texts of guides. `starts` names steps that other guides lead to. */
export function packGuides(
  guides: ReportTexts['guides'],
  starts: ReportTexts['starts'],
): PackedWords['guides'] {
  const named = new Set(Object.values(starts).map(({ step }) => step));
  return mapValues(
    guides,
    ({ title, summary, past, verdict, costs, changes, effect, parts, isRare }) => ({
      title,
      ...(summary !== '' && { summary }),
      ...(Object.keys(changes).length > 0 && { changes }),
      ...(effect !== 'harmless' && { effect }),
      ...(past !== undefined && { past }),
      ...(isRare && { rare: 1 }),
      ...(parts.length > 0 && {
        ...(verdict !== undefined && { verdict }),
        ...(costs && { costs }),
        parts: packParts(parts, named),
      }),
    }),
  );
}

/** Unpack downloaded words. Their entries have no titles until `withTitles` adds them. */
export function unpackWords({ entries, guides, releases, ...words }: PackedWords): ReportTexts {
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
    guides: unpackGuides(guides),
    releases: mapValues(releases, unpackReleases),
  };
}

/** Return words with the texts of guides that were loaded later. */
export function withGuides(words: ReportTexts, { guides, diagrams }: PackedGuides): ReportTexts {
  return {
    ...words,
    guides: { ...words.guides, ...unpackGuides(guides) },
    diagrams: { ...words.diagrams, ...diagrams },
  };
}

function unpackGuides(guides: PackedWords['guides']): ReportTexts['guides'] {
  return mapValues(
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
      rare,
    }) => ({
      title,
      summary,
      changes,
      effect,
      ...(past !== undefined && { past }),
      ...(verdict !== undefined && { verdict }),
      ...(costs && { costs }),
      ...(rare && { isRare: true }),
      symptoms: [],
      parts: unpackParts(parts),
    }),
  );
}

function mapValues<From, To>(
  record: Record<string, From>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
