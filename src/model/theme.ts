/** The colors that a site can set: the paper, and colors of text on it. */
export const THEME_COLORS = ['paper', 'ink', 'quiet', 'accent', 'stopped', 'risk', 'well'] as const;
