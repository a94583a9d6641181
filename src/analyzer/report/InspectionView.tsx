import { Fragment } from 'preact';
import { nameInTextOf } from '../../i18n/name-in-text.ts';
import { backendOf, productNames } from '../../i18n/product-names.ts';
import { sentences } from '../../i18n/sentences.ts';
import { adviseService, type Inspection } from '../../intake/index.ts';
import { probeSentence } from '../../report/index.ts';
import { CommandLine } from '../CommandLine.tsx';
import { ConfigView } from './ConfigView.tsx';
import { DiskView } from './DiskView.tsx';
import { useReport } from './report-context.ts';

/** The findings in a configuration file or the output of a command. */
export function InspectionView({
  inspection,
  headline,
}: {
  inspection: Inspection;
  /** The headline of the report, which is not repeated. */
  headline: string;
}) {
  const { words, text: common } = useReport();
  const text = sentences[words.language].inspect;
  const backend = backendOf(productNames(words, inspection.product));
  const nameInText = nameInTextOf(words, inspection.product);
  switch (inspection.kind) {
    case 'config':
      return <ConfigView inspection={inspection} text={text} headline={headline} />;
    case 'df':
      return <DiskView inspection={inspection} text={text} backend={backend} />;
    case 'service':
      return (
        <section class="inspection">
          <h3>{text.service.title(inspection.unit)}</h3>
          <p>{text.service.now(inspection)}</p>
          {adviseService(inspection).map(({ about, command }) => (
            <Fragment key={about}>
              <p>{text.service[about](nameInText)}</p>
              {command !== null && (
                <CommandLine
                  command={command}
                  language={inspection.manager === 'windows' ? 'powershell' : 'sh'}
                  text={common}
                />
              )}
            </Fragment>
          ))}
        </section>
      );
    case 'probe': {
      const probe = sentences[words.language].probe;
      const sentence = probeSentence(inspection, words);
      if (sentence === headline && inspection.said === null) return null;
      return (
        <section class="inspection">
          <h3>{probe.title}</h3>
          {sentence !== headline && <p>{sentence}</p>}
          {inspection.said !== null && (
            <p class="inspection-note">
              {probe.said}
              {sentences[words.language].punctuation.colon}
              <code translate={false}>{inspection.said}</code>
            </p>
          )}
        </section>
      );
    }
    case 'configtest':
      return (
        <section class="inspection">
          <h3>{text.configtest.title}</h3>
          <p>{inspection.passed ? text.configtest.passed : text.configtest.failed}</p>
          <p class="inspection-note">{text.configtest.checks}</p>
        </section>
      );
  }
}
