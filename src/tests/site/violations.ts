import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What is asked of a page. */
interface Asked {
  /** Only this part of it; a selector. */
  within?: string;
  /** Only what depends on colours: nothing else can differ between the schemes. */
  colours?: boolean;
}

/** What hinders somebody on a page, as axe finds it: each rule that is broken, with the first elements that break it. */
export async function violations(page: Page, { within, colours = false }: Asked = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (within !== undefined) axe.include(within);
  if (colours) axe.withRules(['color-contrast', 'link-in-text-block']);
  return (await axe.analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' | ')}`);
}
