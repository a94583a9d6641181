import type { Content, Product } from './content.ts';

/** Find the guides that can be an answer of a report in full: by their evidence, or for a fault of a configuration, of what df prints, or of a request by curl. */
export function answeringGuides({ guides, products }: Content): Set<string> {
  return new Set([
    ...guides.filter(({ yaml }) => yaml.evidence.length > 0 && !yaml.brief).map(({ slug }) => slug),
    ...products.flatMap(guidesOfSettings),
  ]);
}

/** List the guides that a product's config.yaml names. */
export function guidesOfSettings({
  settings: { settings, problems, 'df-errors': dfErrors, probe, ended },
}: Product): string[] {
  return [
    ...settings.flatMap(({ guide }) => guide ?? []),
    ...Object.values(problems).flatMap(({ guide }) => guide ?? []),
    dfErrors,
    ...Object.values(probe),
    ...Object.values(ended),
  ];
}
