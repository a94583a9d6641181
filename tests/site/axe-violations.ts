import axe from 'axe-core';
import type { Page } from '@playwright/test';

/** Limits of a check. */
interface Scope {
  /** Selector of the part of the page to check. */
  within?: string;
  /** Check only what depends on colors, because nothing else differs between color schemes. */
  colorsOnly?: boolean;
}

/** Return the accessibility rules that axe finds broken on a page, each with up to 3 elements. */
export async function violations(
  page: Page,
  { within, colorsOnly = false }: Scope = {},
): Promise<string[]> {
  // Inject the long source of axe once per page, because many tests check a page several times.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    ([context, options]) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(context, options),
    [
      within ?? 'html',
      {
        resultTypes: ['violations'],
        ...(colorsOnly && { runOnly: ['color-contrast', 'link-in-text-block'] }),
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
