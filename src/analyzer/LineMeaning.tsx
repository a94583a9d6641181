import type { Words } from '../catalog/index.ts';
import type { Report } from '../engine/index.ts';
import type { AnalyzerText } from '../i18n/analyzer.ts';
import { MessageTitle } from './MessageTitle.tsx';

/** What the chosen line means: the messages in it, and the answer that it is evidence of. */
export function LineMeaning({ line, report, words, text, root }: { line: number | null; report: Report; words: Words; text: AnalyzerText; root: string }) {
  const index = line === null ? -1 : report.findings.findIndex(({ lines }) => lines.includes(line));
  const finding = report.findings[index];
  const answer = report.answers.find(({ evidence, consequences }) => evidence.includes(index) || consequences.includes(index));
  return (
    <div class="line-meaning" role="status">
      {line !== null && <p class="line-meaning-title">{text.meaning(line)}</p>}
      {line !== null && !finding && <p>{text.noMeaning}</p>}
      {finding && (
        <ul>
          {[...new Set(finding.chain.map(({ entry }) => entry))].map((entry) => (
            <li key={entry}><a href={`${root}errors/${entry}/`}><code translate={false}><MessageTitle title={words.entries[entry]?.title ?? entry} /></code></a> {words.entries[entry]?.summary}</li>
          ))}
        </ul>
      )}
      {answer && <p>{text.evidenceOf} <a href={`${root}guides/${answer.guide}/`}>{words.guides[answer.guide]?.title ?? answer.guide}</a></p>}
    </div>
  );
}
