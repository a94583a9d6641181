import { Clusters, type Cluster } from '../../engine/findings/unknown-clusters.ts';
import type { ReportGaps, UnknownText } from './report-gaps.ts';

/** Texts of one kind in all logs. */
export interface TextGap {
  text: string;
  files: number;
  count: number;
  /** Where it was first seen. */
  file: string;
  line: number;
  nearest: string | null;
}

/** Something that one or more files have in common. */
export interface Tally {
  name: string;
  files: number;
  /** One of these files. */
  file: string;
}

/** What the content lacks to explain a folder of logs. Gaps in the most files come first. */
export interface Gaps {
  files: number;
  reports: number;
  /** How many reports have a certain or likely answer. */
  answered: number;
  /** Guides that are at best a possible answer to a report. */
  possible: Tally[];
  /** Files in which something is wrong, but that get no answer. */
  unanswered: string[];
  /** Files that no product recognizes. */
  unrecognized: string[];
  messages: TextGap[];
  /** Like `messages`, for lines below the level at which the product logs problems. */
  minor: TextGap[];
  causes: TextGap[];
  missing: Tally[];
  /** Texts that are not listed because there are too many kinds. */
  folded: number;
}

/** Collects the gaps of the content that the reports on many files show. */
export class GapCollector {
  #files = 0;
  #reports = 0;
  #answered = 0;
  readonly #possible = new Map<string, Set<string>>();
  readonly #missing = new Map<string, Set<string>>();
  readonly #unanswered = new Set<string>();
  readonly #unrecognized = new Set<string>();
  readonly #messages = new TextGaps();
  readonly #minor = new TextGaps();
  readonly #causes = new TextGaps();

  /** Add the reports on a file: several if it is the log of several sources. */
  addFile(file: string, reports: readonly ReportGaps[]): void {
    this.#files++;
    for (const report of reports) this.#addReport(file, report);
  }

  collect(): Gaps {
    return {
      files: this.#files,
      reports: this.#reports,
      answered: this.#answered,
      possible: talliesOf(this.#possible),
      unanswered: [...this.#unanswered],
      unrecognized: [...this.#unrecognized],
      messages: this.#messages.list(),
      minor: this.#minor.list(),
      causes: this.#causes.list(),
      missing: talliesOf(this.#missing),
      folded: this.#messages.folded + this.#minor.folded + this.#causes.folded,
    };
  }

  #addReport(file: string, report: ReportGaps): void {
    this.#reports++;
    if (!report.isKnown) {
      this.#unrecognized.add(file);
      return;
    }
    const [first] = report.answers;
    if (first?.confidence === 'possible') addTo(this.#possible, first.guide, file);
    else if (first) this.#answered++;
    else if (report.status !== 'healthy' && report.status !== 'recovered')
      this.#unanswered.add(file);
    for (const key of report.missing) addTo(this.#missing, key, file);
    for (const text of report.messages) this.#messages.addText(file, text);
    for (const text of report.minor) this.#minor.addText(file, text);
    for (const text of report.causes) this.#causes.addText(file, text);
  }
}

/** Groups the texts of all files. Texts that differ only in their values are one group. */
class TextGaps {
  readonly #clusters = new Clusters();
  readonly #gaps = new Map<Cluster, TextGap & { seen: Set<string> }>();

  /** How many texts are left out. */
  get folded(): number {
    return this.#clusters.folded;
  }

  addText(file: string, { text, count, line, nearest }: UnknownText): void {
    const cluster = text === '' ? null : this.#clusters.addRecord(text, 1);
    if (!cluster) return;
    const gap = this.#gaps.get(cluster) ?? {
      text,
      files: 0,
      count: 0,
      file,
      line,
      nearest,
      seen: new Set(),
    };
    gap.seen.add(file);
    gap.count += count;
    this.#gaps.set(cluster, gap);
  }

  list(): TextGap[] {
    return [...this.#gaps]
      .map(([{ template }, { seen, ...gap }]) => ({ ...gap, text: template, files: seen.size }))
      .sort((a, b) => b.files - a.files || b.count - a.count);
  }
}

function addTo(tallies: Map<string, Set<string>>, name: string, file: string): void {
  const files = tallies.get(name) ?? new Set();
  tallies.set(name, files.add(file));
}

function talliesOf(tallies: Map<string, Set<string>>): Tally[] {
  return [...tallies]
    .map(([name, files]) => ({ name, files: files.size, file: [...files][0] ?? '' }))
    .sort((a, b) => b.files - a.files);
}
