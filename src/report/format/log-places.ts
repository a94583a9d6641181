import type { Os } from '../../model/prose.ts';
import type { ReportTexts } from '../../model/words.ts';

type LogPlaces = ReportTexts['logs'][string];

/**
 * Return where the logs of all products are, or only those on a platform if there are any. A label
 * that several products use is preceded by the name of the product.
 */
export function logPlaces(
  { logs, names }: Pick<ReportTexts, 'logs' | 'names'>,
  platform?: Os,
): LogPlaces[number][] {
  const labels = Object.values(logs).flatMap((places) => places.map(({ label }) => label));
  const isShared = (label: string): boolean => labels.indexOf(label) !== labels.lastIndexOf(label);
  const all = Object.entries(logs).flatMap(([product, places]) =>
    places.map((place) => ({
      ...place,
      label: isShared(place.label)
        ? `${names[product]?.program ?? product}: ${place.label}`
        : place.label,
    })),
  );
  const onPlatform = all.filter(({ os }) => os === platform);
  return onPlatform.length > 0 ? onPlatform : all;
}
