import type { Os } from '../../model/prose.ts';
import type { EntryText, GuideText, ReportTexts } from '../../model/words.ts';
import { packParts, unpackParts, type PackedParts } from './pack-prose.ts';

/** The format of words/<lang>.json. */
export interface PackedWords extends Omit<ReportTexts, 'entries' | 'guides'> {
  entries: Record<string, PackedEntry>;
  guides: Record<string, PackedGuide>;
}

/** The format of words/<lang>/rare-texts.<hash>.json. */
export interface PackedRareTexts
  extends Pick<PackedWords, 'entries' | 'guides'>, Pick<ReportTexts, 'diagrams'> {}

/**
 * A summary, or a list if there is more to say; 0 if the texts are loaded later. `verdict` is null
 * if the entry is vague. entry-titles.ts adds the titles.
 */
type PackedEntry =
  string | [summary: string, verdict?: string | null, canWait?: 0 | 1, platform?: Os] | 0;

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
  const { entries, guides, ...others } = words;
  return {
    ...others,
    entries: packEntries(entries),
    guides: packGuides(guides, words.starts),
  };
}

/** Pack the texts of entries. */
export function packEntries(entries: ReportTexts['entries']): PackedWords['entries'] {
  return mapValues(
    entries,
    ({ summary, verdict, vague, canWait, platform, isRare }): PackedEntry => {
      if (isRare) return 0;
      const said = vague ? null : (verdict ?? '');
      if (platform) return [summary, said, canWait ? 1 : 0, platform];
      if (canWait) return [summary, said, 1];
      if (verdict !== undefined) return [summary, verdict];
      return vague ? [summary] : summary;
    },
  );
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
export function unpackWords({ entries, guides, ...words }: PackedWords): ReportTexts {
  return {
    ...words,
    entries: unpackEntries(entries),
    guides: unpackGuides(guides),
  };
}

/** Return words with the texts that were loaded later. */
export function withRareTexts(
  words: ReportTexts,
  { entries, guides, diagrams }: PackedRareTexts,
): ReportTexts {
  return {
    ...words,
    entries: { ...words.entries, ...unpackEntries(entries) },
    guides: { ...words.guides, ...unpackGuides(guides) },
    diagrams: { ...words.diagrams, ...diagrams },
  };
}

function unpackEntries(entries: PackedWords['entries']): ReportTexts['entries'] {
  return mapValues(entries, (packed): EntryText => {
    // Without its summary it says as little as a vague entry.
    if (packed === 0) return { title: '', summary: '', vague: true, isRare: true };
    if (typeof packed === 'string') return { title: '', summary: packed };
    const [summary, verdict, canWait, platform] = packed;
    return {
      title: '',
      summary,
      ...(verdict == null ? { vague: true } : verdict !== '' && { verdict }),
      ...(canWait && { canWait: true }),
      ...(platform && { platform }),
    };
  });
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
