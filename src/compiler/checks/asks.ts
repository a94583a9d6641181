import type { FollowUpYaml } from '../../model/schemas/follow-up.ts';
import type { Content } from '../content.ts';

/** List the follow-up questions of reports, each with the file that declares it. */
export function asksOf({ guides, products }: Content): { file: string; ask: FollowUpYaml }[] {
  return [
    ...guides.flatMap(({ folder, yaml }) =>
      yaml.decides ? [{ file: `${folder}/guide.yaml`, ask: yaml.decides }] : [],
    ),
    ...products.flatMap(({ id, yaml }) =>
      Object.values(yaml.missing).map((ask) => ({
        file: `content/products/${id}/product.yaml`,
        ask,
      })),
    ),
  ];
}
