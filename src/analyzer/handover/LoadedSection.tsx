import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { sentences } from '../../i18n/sentences.ts';
import { useReport } from '../report/report-context.ts';

/**
 * A section that drafts the support report or the reply. Its code is loaded when the reader opens
 * it, because few readers need it.
 */
export function LoadedSection({
  name,
  title,
  intro,
  load,
}: {
  name: 'support' | 'reply';
  title: string;
  intro: string;
  load: () => Promise<ComponentType>;
}) {
  const { words, text } = useReport();
  const [Content, setContent] = useState<ComponentType | null>(null);
  const [isFailed, setFailed] = useState(false);
  const loadContent = (): void =>
    void load().then(
      (loaded) => {
        setFailed(false);
        setContent(() => loaded);
      },
      () => setFailed(true),
    );
  return (
    <details
      class={name}
      onToggle={({ currentTarget }) => currentTarget.open && !Content && loadContent()}
    >
      <summary>
        <h3>{title}</h3>
      </summary>
      <p id={`${name}-text`}>{intro}</p>
      {Content ? (
        <Content />
      ) : (
        <p role="status">{isFailed ? text.unloaded : sentences[words.language].handover.working}</p>
      )}
    </details>
  );
}
