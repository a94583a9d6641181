import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { goToPart } from '../reveal.ts';
import { scheduleTask } from '../schedule-task.ts';
import { useReport } from './report-context.ts';

/** Commands of steps and questions, and corrected lines of the reader's own file. */
const COPYABLE = ':is(.part-fix, .missing) .command:has([data-language]), .config-write .command';

/**
 * A bar at the bottom of a phone: it shows and copies the command of the next step, and leads to
 * the report for support. It offers no command that has to be edited first, no example of a
 * configuration, and no command of a later step if the first step has none.
 */
export function NextBar() {
  const { text } = useReport();
  const bar = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(0);
  const [next, setNext] = useState('');
  const findNext = (): HTMLElement | undefined => {
    const commands = [
      ...(bar.current?.closest('.result-answer')?.querySelectorAll<HTMLElement>(COPYABLE) ?? []),
    ].filter(
      (command) =>
        command.checkVisibility({ contentVisibilityAuto: true }) &&
        command.querySelector('.example') === null,
    );
    const skipsStep = commands[0]?.closest('.steps > li')?.previousElementSibling != null;
    return copied === 0 && skipsStep ? undefined : commands[copied % commands.length];
  };
  // Another platform, or a step that is opened, changes which commands are there.
  useLayoutEffect(() => {
    const answer = bar.current?.closest('.result-answer');
    const show = (): void => setNext(findNext()?.querySelector('code')?.textContent ?? '');
    const showSoon = (): void => void scheduleTask(show);
    show();
    for (const type of ['change', 'toggle']) answer?.addEventListener(type, showSoon, true);
    return () => {
      for (const type of ['change', 'toggle']) answer?.removeEventListener(type, showSoon, true);
    };
  }, [copied, text]);
  const copyNext = (): void => {
    const command = findNext();
    command?.querySelector<HTMLElement>('.copy')?.click();
    command?.scrollIntoView({ block: 'center' });
    setCopied(copied + 1);
  };
  const goToSupport = (): void => {
    const support = bar.current?.closest('.result-answer')?.querySelector('details.support');
    if (support) goToPart(support);
  };
  return (
    <div class="next-bar" ref={bar}>
      {next !== '' && (
        <button type="button" class="button button-strong" onClick={copyNext}>
          <span class="visually-hidden">{text.next.copy}</span>
          <code translate={false}>{next}</code>
          <span aria-hidden>{text.copy}</span>
        </button>
      )}
      <button type="button" class="button" onClick={goToSupport}>
        {text.next.support}
      </button>
    </div>
  );
}
