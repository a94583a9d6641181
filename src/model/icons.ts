/** The icons that content can name; src/site/components/Icon.astro draws them. */
export const ICONS = [
  'alert',
  'box',
  'chart',
  'file',
  'flag',
  'flat',
  'gap',
  'gauge',
  'globe',
  'lock',
  'plug',
  'power',
  'server',
  'sliders',
  'spike',
] as const;

export type IconName = (typeof ICONS)[number];
