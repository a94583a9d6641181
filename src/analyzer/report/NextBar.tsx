import { useRef, useState } from 'preact/hooks';
import type { AnalyzerText } from '../../i18n/analyzer.ts';

/**
 * A bar at the bottom of a phone: it copies the command of the next step, and leads to the report
 * for support.
 */
export function NextBar({ text }: { text: AnalyzerText }) {
  const bar = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(0);
  const commands = (): HTMLElement[] =>
    [
      ...(bar.current
        ?.closest('.result-answer')
        ?.querySelectorAll<HTMLElement>(':is(.part-fix, .config-write) .command') ?? []),
    ].filter((command) => command.checkVisibility({ contentVisibilityAuto: true }));
  const copyNext = (): void => {
    const all = commands();
    const next = all[copied % all.length];
    if (!next) return;
    next.querySelector<HTMLElement>('.copy')?.click();
    next.scrollIntoView({ block: 'center' });
    setCopied((copied % all.length) + 1);
  };
  const goToSupport = (): void => {
    const support = bar.current?.closest('.result-answer')?.querySelector('details.support');
    if (!(support instanceof HTMLDetailsElement)) return;
    support.open = true;
    support.querySelector('summary')?.focus({ preventScroll: true });
    support.scrollIntoView();
  };
  return (
    <div class="next-bar" ref={bar}>
      <button type="button" class="button button-strong" onClick={copyNext}>
        {text.next.copy}
      </button>
      <button type="button" class="button" onClick={goToSupport}>
        {text.next.support}
      </button>
    </div>
  );
}
