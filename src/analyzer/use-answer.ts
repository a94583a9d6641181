import { useEffect } from 'preact/hooks';
import type { AnalysisClient } from './worker/client.ts';
import type { AnswerTo, Question, QuestionKind } from './worker/protocol.ts';

/**
 * Ask the worker about the log on mount and when `dependencies` change. An answer that arrives
 * after the next question is dropped. If `ask` returns null, nothing is asked.
 */
export function useAnswer<Kind extends QuestionKind>(
  client: AnalysisClient,
  ask: () => Question<Kind> | null,
  take: (answer: AnswerTo<Kind>) => void,
  dependencies: unknown[],
): void {
  useEffect(() => {
    const question = ask();
    if (!question) return;
    let isCurrent = true;
    void client.ask(question).then((answer) => isCurrent && take(answer));
    return () => {
      isCurrent = false;
    };
  }, dependencies);
}
