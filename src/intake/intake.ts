import type { Diagnosis, Report } from '../engine/index.ts';
import { concatBytes, encode } from '../engine/lines/bytes.ts';
import { usesStartScripts } from '../model/older-init.ts';
import { platformsShownBy } from '../model/platform-marks.ts';
import type { Os } from '../model/prose.ts';
import { isShortPaste } from '../model/short-paste.ts';
import { flagsIn } from './flags.ts';
import { PAYLOAD_MARK } from './file-signatures.ts';
import type { Encoding } from './check-config.ts';
import type { Excerpt } from './excerpt.ts';
import { joinInspections } from './join.ts';
import { detectKind, findDf } from './detect-kind.ts';
import { readConfigtest } from './read-configtest.ts';
import { readDf } from './read-df.ts';
import { readProbe } from './read-probe.ts';
import { complaintsIn, isOfSender } from './sender-words.ts';
import { readService } from './read-service.ts';
import { readWindowsService } from './read-windows-service.ts';
import { withReopened } from './reopened-report.ts';
import type {
  Inspection,
  InspectedReport,
  PasteKind,
  ReopenedReport,
} from '../model/inspection.ts';
import type { DetectionHints, Settings, SettingsByProduct } from '../model/settings.ts';
import { findLogStart, residualText } from './residual.ts';
import { splitConfig } from './split-config.ts';
import { unfoldManifest } from './unfold-manifest.ts';
import { unfoldPod } from './unfold-pod.ts';
import { fileAtPrompt } from './prompts.ts';
import { fileOfPlaces, undoCopying } from './undo-copying.ts';
import { unfoldTap } from './unfold-tap.ts';
import { unfoldTask } from './unfold-task.ts';

/** Maximum size of a part in bytes; anything longer is treated as a log. */
const MAX_PART = 1 << 18;

export interface IntakeOptions {
  diagnosis: Pick<Diagnosis, 'push' | 'skip' | 'peek' | 'close'>;
  /** Version of the catalog that reads the log. */
  catalog: string;
  /** What each product's input looks like. */
  hints: readonly DetectionHints[];
  /** Called only if there is a configuration to check. */
  loadSettings: () => Promise<SettingsByProduct>;
  /** Receives the log to show; secrets of a configuration inside it are masked. */
  onLog?: (bytes: Uint8Array) => void;
  /** Receives the number of lines that are omitted here. */
  onSkip?: (lines: number) => void;
}

/** Receives pasted text or files, passes logs to the engine and keeps the rest for inspection. */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #found: (Inspection | Pending)[] = [];
  readonly #kinds: PasteKind[] = [];
  #reopened: ReopenedReport | null = null;
  #file: string | null = null;
  #part: Uint8Array[] = [];
  #size = 0;
  /** Texts that may have a support report in them, which only `finishReport` reads. */
  readonly #mayBeReports: TextPart[] = [];
  #platform: Os | null = null;
  #hasStartScripts = false;
  #complaints: string[] = [];
  #flags: Record<string, string> = {};

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** Start the next file. */
  beginFile(file: string): void {
    this.#endPart();
    this.#file = file;
  }

  /** Append bytes to the current file; they are copied if kept. */
  addBytes(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#size += bytes.length;
    if (this.#size > MAX_PART) {
      for (const piece of this.#part.splice(0)) this.#passToLog(piece);
      this.#passToLog(bytes);
    } else this.#part.push(new Uint8Array(bytes));
  }

  /** Report on what has been read so far; configurations are checked only in `finishReport`. */
  peek(): InspectedReport {
    const kinds: PasteKind[] = this.#size > MAX_PART ? [...this.#kinds, 'log'] : this.#kinds;
    return withReopened(
      joinInspections(
        this.#options.diagnosis.peek(),
        kinds,
        this.#found.flatMap((part) => ('pending' in part ? [] : part)),
        this.#options.hints,
      ),
      this.#reopened,
    );
  }

  /** Finish the last file, check the configurations and join it all with the engine's report. */
  async finishReport(): Promise<InspectedReport> {
    this.#endPart();
    await this.#reopenReports();
    const report = this.#options.diagnosis.close();
    const inspections: Inspection[] = [];
    for (const part of this.#found) {
      if (!('pending' in part)) {
        inspections.push(part);
        continue;
      }
      const { text, encoding, file, product, isFile, isQuoted, isEnvironment } = part;
      const [own, { checkConfig, readerOf }] = await Promise.all([
        this.#options.loadSettings().then((settings) => settings[product]),
        import('./check-config.ts'),
      ]);
      const settings = isEnvironment ? environmentOf(own) : own;
      if (settings)
        inspections.push({
          ...checkConfig(text, encoding, settings, {
            version: report.version,
            isFile,
            isQuoted,
            reader: await readerOf(settings),
          }),
          file: file ?? (isEnvironment ? `${settings.environment?.prefix ?? ''}*` : null),
          product,
        });
    }
    return this.joinReport(report, inspections);
  }

  /** Join the engine's report, on the log or a source of it, with what is known of the input. */
  joinReport(report: Report, inspections: Inspection[] = []): InspectedReport {
    const joined = withReopened(
      joinInspections(report, this.#kinds, inspections, this.#options.hints),
      this.#reopened,
    );
    return {
      ...joined,
      ...(this.#platform !== null && { platform: this.#platform }),
      ...(this.#hasStartScripts && { hasStartScripts: true }),
      ...(Object.keys(this.#flags).length > 0 && { flags: this.#flags }),
      // If there is a gap in the data, the sender's complaint may be about that.
      ...(joined.status === 'healthy' &&
        joined.data.gap === null &&
        isOfSender(this.#complaints, report) && { complains: true }),
    };
  }

  #endPart(): void {
    if (this.#size > MAX_PART) this.#kinds.push('log');
    else if (this.#size > 0)
      this.#takePart(
        this.#part.length === 1 ? (this.#part[0] ?? new Uint8Array(0)) : concatBytes(this.#part),
      );
    this.#part = [];
    this.#size = 0;
  }

  #takePart(bytes: Uint8Array): void {
    const { text, encoding } = this.#decode(bytes);
    if (isShortPaste(text)) {
      this.#complaints.push(...complaintsIn(text));
      const patterns = this.#options.hints.flatMap(({ given = [] }) => given);
      Object.assign(this.#flags, flagsIn(text, patterns));
      const [platform, ...others] = platformsShownBy(text);
      if (platform && others.length === 0) this.#platform ??= platform;
      this.#hasStartScripts ||= usesStartScripts(text);
    }
    const part = { bytes, text, encoding, file: this.#file };
    if (text.includes(PAYLOAD_MARK)) this.#mayBeReports.push(part);
    else this.#classify(part);
  }

  /** Reopen the support reports; classify texts that turn out to be none as any other input. */
  async #reopenReports(): Promise<void> {
    for (const part of this.#mayBeReports.splice(0)) {
      const { findPayload } = await import('./packed.ts');
      const block = findPayload(part.text);
      if (block && 'rows' in block) this.#reopen(block, part.file);
      else {
        this.#reopened ??= block;
        this.#classify(part);
      }
    }
  }

  /** Read the log lines of a support report; the text around its payload is ignored. */
  #reopen({ catalog, total, rows, isThin }: Excerpt, file: string | null): void {
    this.#reopened ??= {
      problem: null,
      catalog,
      own: this.#options.catalog,
      held: rows.length,
      isThin,
    };
    if (rows.length === total) {
      const text = rows.map((row) => `${row.text}\n`).join('');
      return this.#classify({ bytes: encode(text), text, encoding: 'utf-8', file });
    }
    this.#kinds.push('log');
    const read = this.#unfold(rows.map(({ text }) => text).join('\n')).split('\n');
    let next = 1;
    rows.forEach(({ line, text }, at) => {
      this.#skipLines(line - next);
      this.#passToLog(encode(`${text}\n`), encode(`${read[at] ?? ''}\n`));
      next = line + 1;
    });
    this.#skipLines(total + 1 - next);
  }

  #classify({ bytes, text: pasted, encoding, file }: TextPart): void {
    const { hints } = this.#options;
    const copied = undoCopying(pasted);
    const inside = unfoldManifest(copied);
    const isInside =
      inside !== null &&
      findLogStart(copied.split('\n')) < 0 &&
      detectKind(copied, hints, file).kind === 'log' &&
      detectKind(inside, hints).kind === 'config';
    const text = isInside ? inside : copied;
    const shown = fileOfPlaces(pasted) ?? fileAtPrompt(pasted) ?? file;
    const first = detectKind(text, hints, shown);
    const table = first.kind === 'log' ? findDf(text, hints) : null;
    const { kind, hints: productHints } = table ?? first;
    const hasRest = kind === 'df' || kind === 'probe';
    const config = hasRest ? null : splitConfig(text, hints, first);
    this.#kinds.push(config?.rest && kind === 'config' ? 'log' : kind);
    if (config)
      this.#found.push({
        pending: true,
        text: config.config,
        encoding,
        file,
        product: config.product,
        ...(first.isEnvironment && { isEnvironment: true }),
        isQuoted: config.rest !== null,
        isFile: CONFIG_FILE.test(file ?? '') || PRINTED_FILE.test(pasted),
      });
    const other = productHints && inspectText(kind, table?.text ?? text, productHints);
    if (other) this.#found.push({ ...other, file, product: productHints.product });
    if (config?.rest) {
      this.#options.diagnosis.push(encode(config.rest.engine));
      this.#options.onLog?.(encode(config.rest.shown));
    } else if (hasRest) {
      const rest = residualText(kind, text);
      // If nothing was removed, classifying the rest would recurse without end.
      if (rest !== null && rest !== text)
        this.#classify({ bytes: encode(rest), text: rest, encoding, file });
    } else if (kind !== 'config') {
      const read = this.#unfold(pasted);
      this.#passToLog(bytes, read === pasted ? bytes : encode(read));
    }
  }

  /** Put together what other tools print in several lines. All lines keep their numbers. */
  #unfold(text: string): string {
    const programs = this.#options.hints.flatMap((product) => product.programs);
    return unfoldPod(unfoldTask(unfoldTap(text), programs), programs);
  }

  #skipLines(lines: number): void {
    if (lines === 0) return;
    this.#options.diagnosis.skip(lines);
    this.#options.onSkip?.(lines);
  }

  #passToLog(shown: Uint8Array, read = shown): void {
    this.#options.diagnosis.push(read);
    this.#options.onLog?.(shown);
  }

  #decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
    const [first, second] = bytes;
    const wide =
      first === 0xff && second === 0xfe
        ? 'utf-16le'
        : first === 0xfe && second === 0xff
          ? 'utf-16be'
          : null;
    const text = new TextDecoder(wide ?? 'utf-8').decode(bytes);
    const isBroken = wide === null && text.includes('\ufffd') && !hasReplacement(bytes);
    return { text, encoding: wide ? 'utf-16' : isBroken ? 'unknown' : 'utf-8' };
  }
}

/** The text of a file, or of a paste. */
interface TextPart {
  bytes: Uint8Array;
  text: string;
  encoding: Encoding;
  file: string | null;
}

interface Pending {
  pending: true;
  text: string;
  encoding: Encoding;
  file: string | null;
  product: string;
  isEnvironment?: true;
  /** Whether it is a whole file, not lines of one. */
  isFile: boolean;
  /** Whether there is other text beside it. */
  isQuoted: boolean;
}

/** Return the variables of a product's environment as settings. */
function environmentOf(settings: Settings | undefined): Settings | undefined {
  return (
    settings?.environment && {
      ...settings,
      format: 'environment',
      settings: settings.environment.variables,
      alternatives: [],
    }
  );
}

/** The name of a configuration file. */
const CONFIG_FILE = /\.(?:conf|toml|ya?ml)$/i;
/** A command that prints a whole configuration file, at the beginning of a line. */
const PRINTED_FILE =
  /^.{0,80}\b(?:cat|type|Get-Content)\b.{0,120}\.(?:conf|ya?ml)\b(?!.*\| *(?:e?grep (?!-v)|head|tail|sed)\b)/im;

function inspectText(kind: PasteKind, text: string, hints: DetectionHints) {
  if (kind === 'df') return readDf(text);
  if (kind === 'probe') return readProbe(text, hints);
  if (kind === 'service')
    return readService(text, hints.programs) ?? readWindowsService(text, hints.programs);
  const check = hints.configuration?.check;
  return kind === 'configtest' && check ? readConfigtest(text, check) : null;
}

/** Return whether the input itself contains U+FFFD, encoded as EF BF BD. */
function hasReplacement(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1))
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  return false;
}
