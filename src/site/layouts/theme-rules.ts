import type { Site } from '../../compiler/index.ts';
import { THEME_COLOURS } from '../../model/theme.ts';

/** Return the rules of a site's theme, for a `<style>` after the stylesheets of the pages. */
export function themeRules({ theme, css }: Pick<Site, 'theme' | 'css'>): string {
  const colours = THEME_COLOURS.flatMap((name) => {
    const colour = theme[name];
    return colour ? [`--${name}:light-dark(${colour.light},${colour.dark})`] : [];
  });
  return (colours.length > 0 ? `:root{${colours.join(';')}}` : '') + css;
}
