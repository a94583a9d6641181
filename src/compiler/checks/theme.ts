import { THEME_COLORS } from '../../model/theme.ts';
import type { Content } from '../content.ts';
import type { Problem } from '../problem.ts';

/** `--paper` in src/site/styles/tokens.css. */
const PAPER = { light: '#fbfaf7', dark: '#111419' };
const MODES = ['light', 'dark'] as const;
/** Contrasts that readers with weak eyes need, as WCAG computes them. */
const LEAST = { ink: 7, other: 4.5 };

/** Check that text can be read in the colors of site.yaml. */
export function checkTheme({ site: { theme } }: Content): Problem[] {
  const paper = theme.paper ?? PAPER;
  return THEME_COLORS.filter((name) => name !== 'paper').flatMap((name) =>
    MODES.flatMap((mode) => {
      const color = theme[name]?.[mode];
      const least = name === 'ink' ? LEAST.ink : LEAST.other;
      const contrast = color === undefined ? least : contrastOf(color, paper[mode]);
      return contrast >= least
        ? []
        : {
            file: 'content/site.yaml',
            anchorText: color,
            found:
              `theme.${name}.${mode} is ${color}, whose contrast with the paper, ` +
              `${paper[mode]}, is ${contrast.toFixed(1)}`,
            write: `a ${mode === 'light' ? 'darker' : 'lighter'} color: the contrast must be at least ${least}`,
          };
    }),
  );
}

/** Return the contrast of two colors as WCAG defines it, from 1 to 21. */
function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
