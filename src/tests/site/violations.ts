import axe from 'axe-core';
import type { Page } from '@playwright/test';

/** What is asked of a page. */
interface Asked {
  /** Only this part of it; a selector. */
  within?: string;
  /** Only what depends on colours: nothing else can differ between the schemes. */
  colours?: boolean;
}

/** What hinders somebody on a page, as axe finds it: each rule that is broken, with the first elements that break it. */
export async function violations(
  page: Page,
  { within, colours = false }: Asked = {},
): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    ([context, options]) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(context, options),
    [
      within ?? 'html',
      {
        resultTypes: ['violations'],
        ...(colours && { runOnly: ['color-contrast', 'link-in-text-block'] }),
      } as axe.RunOptions,
    ] as const,
  );
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .slice(0, 3)
        .join(' | ')}`,
  );
}
