/** The colours that a site can set: the paper, and colours of text on it. */
export const THEME_COLOURS = [
  'paper',
  'ink',
  'quiet',
  'accent',
  'stopped',
  'risk',
  'well',
] as const;
