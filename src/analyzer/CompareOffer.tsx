import { sentences } from '../i18n/sentences.ts';

/** After the fix: the box above takes the new log, to be compared with this one. */
export function CompareOffer({
  language,
  onBegin,
}: {
  language: 'en' | 'ja';
  onBegin: () => void;
}) {
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
