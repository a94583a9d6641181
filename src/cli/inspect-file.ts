import { LineBuffers, type LineBuffer } from '../analyzer/worker/line-buffer.ts';
import type { Language } from '../model/languages.ts';
import type { ReportTexts } from '../model/words.ts';
import { compile, type Catalog, type Reading } from '../engine/index.ts';
import { terminalText } from '../i18n/terminal.ts';
import { inspectLog, type InspectedLog } from '../intake/index.ts';
import { InputError, readInput, StandardInput, type OtherType } from './read-input.ts';
import type { SiteData } from './site-data.ts';

/** The reports on a file, and the lines of each source if a support report needs them. */
export interface InspectedFile extends InspectedLog {
  linesOf: (source: string | null) => LineBuffer | null;
}

/** Reads files with one catalog. */
export interface Inspector {
  catalog: Catalog;
  words: ReportTexts;
  /**
   * Read a file.
   *
   * @param readingOf returns further options for reading the log of a source
   * @param warn receives the reason if the file, or a file in an archive, was not read, and the
   *   type of the file if the whole file is not a log, such as an image
   * @returns null if it cannot be read
   */
  inspect(
    file: string,
    readingOf: (source: string | null) => Reading,
    warn: (message: string, type?: OtherType | null) => void,
  ): Promise<InspectedFile | null>;
}

/** Prepare to read files; `keepsLines` keeps their lines for support reports. */
export function openInspector(data: SiteData, language: Language, keepsLines: boolean): Inspector {
  const catalog = data.catalog();
  const matcher = compile(catalog);
  const hints = data.hints();
  const text = terminalText[language];
  return {
    catalog,
    words: data.words(language),
    inspect: async (file, readingOf, warn) => {
      const lines = new LineBuffers();
      const input = file === '-' ? new StandardInput() : null;
      try {
        const log = await inspectLog({
          matcher,
          readingOf: (source) => ({
            now: Date.now(),
            offset: -new Date().getTimezoneOffset(),
            ...readingOf(source),
          }),
          options: {
            catalog: matcher.catalog.version,
            hints,
            loadSettings: () => Promise.resolve(data.settings()),
          },
          feed: async (intake, diagnosis) => {
            const skipped = await readInput(
              file,
              {
                beginFile: (name) => intake.beginFile(name),
                writeBytes: (bytes) => intake.addBytes(bytes),
                isDone: () => false,
                yieldToTasks: () => Promise.resolve(),
              },
              text,
              input,
            );
            if (diagnosis)
              for (const { name, reason } of skipped)
                warn([file, name, text.unreadable[reason]].join(text.colon));
            return input?.isLost !== true;
          },
          ...(keepsLines && lines),
        });
        if (log.isMixed) warn(`${file}${text.colon}${text.mixedSources}`);
        return { ...log, linesOf: (source) => lines.linesOf(source) };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        warn(error.message, error.type);
        return null;
      }
    },
  };
}
