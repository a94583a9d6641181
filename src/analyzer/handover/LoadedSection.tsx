import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { ReportTexts } from '../../model/words.ts';
import { analyzerText } from '../../i18n/analyzer.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { AnalysisClient } from '../worker/client.ts';
import type { Result } from '../worker/protocol.ts';

/** What is handed over, and what the code that writes it needs. */
export interface Handover {
  result: Result;
  words: ReportTexts;
  client: AnalysisClient;
  root: string;
}

/**
 * A closed section of a report that writes to somebody. Its code is loaded when it is opened,
 * because few readers need it.
 */
export function LoadedSection({
  name,
  title,
  intro,
  load,
  handover,
}: {
  name: 'support' | 'reply';
  title: string;
  intro: string;
  load: () => Promise<ComponentType<Handover>>;
  handover: Handover;
}) {
  const { language } = handover.words;
  const [Content, setContent] = useState<ComponentType<Handover> | null>(null);
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
        <Content {...handover} />
      ) : (
        <p role="status">
          {isFailed ? analyzerText[language].unloaded : sentences[language].letter.form.working}
        </p>
      )}
    </details>
  );
}
