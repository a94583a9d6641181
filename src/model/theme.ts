/** The colours that a site can set. All but the paper are those of text on it. */
export const THEME_COLOURS = [
  'paper',
  'ink',
  'quiet',
  'accent',
  'stopped',
  'risk',
  'well',
] as const;
