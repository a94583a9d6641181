import type { Language } from '../../model/languages.ts';
import { sentences } from '../../i18n/sentences.ts';

/** Offers to compare this log with one from after the fix, which then goes into the box above. */
export function CompareOffer({ language, onBegin }: { language: Language; onBegin: () => void }) {
  const text = sentences[language].comparison;
  return (
    <section class="compare-offer">
      <h3>{text.offer}</h3>
      <p>{text.offerText}</p>
      <button type="button" class="quiet" onClick={onBegin}>
        {text.begin}
      </button>
    </section>
  );
}
