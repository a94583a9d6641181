/** The colors that a site can set: the background (`paper`), and the colors of text on it. */
export const THEME_COLORS = ['paper', 'ink', 'quiet', 'accent', 'stopped', 'risk', 'well'] as const;
