import { THEME_COLOURS } from '../../model/theme.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** `--paper` in src/site/styles/tokens.css. */
const PAPER = { light: '#fbfaf7', dark: '#111419' };
const MODES = ['light', 'dark'] as const;
/** Contrasts that readers with weak eyes need, as WCAG computes them. */
const LEAST = { ink: 7, other: 4.5 };

/** Check that text can be read in the colours of site.yaml. */
export function checkTheme({ site: { theme } }: Content): Problem[] {
  const paper = theme.paper ?? PAPER;
  return THEME_COLOURS.filter((name) => name !== 'paper').flatMap((name) =>
    MODES.flatMap((mode) => {
      const colour = theme[name]?.[mode];
      const least = name === 'ink' ? LEAST.ink : LEAST.other;
      const contrast = colour === undefined ? least : contrastOf(colour, paper[mode]);
      return contrast >= least
        ? []
        : {
            file: 'content/site.yaml',
            anchorText: colour,
            found:
              `theme.${name}.${mode} is ${colour}, whose contrast with the paper, ` +
              `${paper[mode]}, is ${contrast.toFixed(1)}`,
            write: `a ${mode === 'light' ? 'darker' : 'lighter'} colour: the contrast must be at least ${least}`,
          };
    }),
  );
}

/** Return the contrast of two colours as WCAG defines it, from 1 to 21. */
function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
