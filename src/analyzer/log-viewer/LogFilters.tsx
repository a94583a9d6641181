import type { RefObject } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { LEVELS } from '../../model/levels.ts';
import { copyText } from '../copy-text.ts';
import { useReport } from '../report/report-context.ts';
import type { LineFilter, ShownLines } from '../worker/protocol.ts';

/** A shorter log needs no filters. */
const MIN_LINES = 30;
const MAX_COPIED = 5000;
const PAUSE = 150;

/**
 * Controls to filter the log by answer, level and text, to jump to a line, and to copy what is
 * shown.
 */
export function LogFilters({
  filter,
  lines: { count: lineCount, numbers: all },
  numbers,
  wrap,
  search,
  onChange,
  onWrap,
  onLine,
}: {
  filter: LineFilter;
  lines: ShownLines;
  numbers: Uint32Array | null;
  wrap: boolean;
  search: RefObject<HTMLInputElement>;
  onChange: (part: Partial<LineFilter>) => void;
  onWrap: (on: boolean) => void;
  onLine: (line: number) => void;
}) {
  const { report, words, text, client } = useReport();
  const id = useId();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [copied, setCopied] = useState<number | null>(null);
  const last = all ? (all.at(-1) ?? 0) : lineCount;
  const isShort = lineCount < MIN_LINES && all === null;
  const answers = report.answers.filter(({ evidence }) => evidence.length > 0);
  const chosen = answers.findIndex(({ evidence }) =>
    evidence.every((index) => filter.findings?.includes(index)),
  );

  const copy = async (): Promise<void> => {
    const wanted = numbers
      ? [...numbers.subarray(0, MAX_COPIED)]
      : Array.from({ length: Math.min(lineCount, MAX_COPIED) }, (_, index) => index + 1);
    const rows = await client.ask({ kind: 'rows', rows: wanted });
    setCopied((await copyText(`${rows.map((row) => row.text).join('\n')}\n`)) ? rows.length : 0);
    setTimeout(() => setCopied(null), 2000);
  };

  const filters = (
    <div class="log-filters">
      {!isShort && answers.length > 0 && (
        <div class="log-choice">
          <label for={`${id}-answer`}>{text.byAnswer}</label>
          <select
            id={`${id}-answer`}
            value={filter.findings === null ? '' : String(chosen)}
            onChange={({ currentTarget }) => {
              const answer = answers[Number(currentTarget.value)];
              onChange({
                findings:
                  currentTarget.value === '' || !answer
                    ? null
                    : [...answer.evidence, ...answer.consequences],
              });
            }}
          >
            <option value="">{text.any}</option>
            {answers.map(({ guide }, index) => (
              <option key={guide} value={String(index)}>
                {words.guides[guide]?.title ?? guide}
              </option>
            ))}
          </select>
        </div>
      )}
      {!isShort && (
        <>
          <div class="log-choice">
            <label for={`${id}-level`}>{text.byLevel}</label>
            <select
              id={`${id}-level`}
              value={filter.level}
              onChange={({ currentTarget }) => onChange({ level: currentTarget.value })}
            >
              <option value="">{text.any}</option>
              {[...LEVELS].reverse().map((level) => (
                <option key={level} value={level}>
                  {level}
                </option>
              ))}
            </select>
          </div>
          <label class="log-search">
            <span>{text.byText}</span>
            <input
              ref={search}
              type="search"
              spellcheck={false}
              autocomplete="off"
              {...({ writingsuggestions: 'false' } as object)}
              onInput={() => {
                clearTimeout(timer.current);
                timer.current = setTimeout(
                  () => onChange({ text: search.current?.value ?? '' }),
                  PAUSE,
                );
              }}
            />
          </label>
          <form
            class="log-go"
            onSubmit={(event) => {
              event.preventDefault();
              const line = Number(new FormData(event.currentTarget).get('line'));
              if (line >= 1)
                onLine(
                  all ? (all.find((number) => number >= line) ?? last) : Math.min(line, lineCount),
                );
            }}
          >
            <label>
              <span>{text.goTo}</span>
              <input type="number" name="line" min={1} max={last} inputMode="numeric" required />
            </label>
            <button type="submit" class="quiet">
              {text.go}
            </button>
          </form>
        </>
      )}
      <div class="log-switches">
        {!isShort && (
          <label>
            <input
              type="checkbox"
              checked={filter.marked}
              onChange={({ currentTarget }) => onChange({ marked: currentTarget.checked })}
            />{' '}
            {text.markedOnly}
          </label>
        )}
        <label>
          <input
            type="checkbox"
            checked={wrap}
            onChange={({ currentTarget }) => onWrap(currentTarget.checked)}
          />{' '}
          {text.wrap}
        </label>
        <button type="button" class="copy" onClick={copy} aria-live="polite">
          {copied === null ? text.copyLines : text.copiedLines(copied)}
        </button>
      </div>
    </div>
  );
  return isShort ? (
    filters
  ) : (
    <details class="folded log-fold">
      <summary>{text.filters}</summary>
      {filters}
    </details>
  );
}
