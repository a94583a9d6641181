import type { Site } from '../../compiler/index.ts';
import { THEME_COLORS } from '../../model/theme.ts';

/** Return the rules of a site's theme, for a `<style>` after the stylesheets of the pages. */
export function themeRules({ theme, css }: Pick<Site, 'theme' | 'css'>): string {
  const colors = THEME_COLORS.flatMap((name) => {
    const color = theme[name];
    return color ? [`--${name}:light-dark(${color.light},${color.dark})`] : [];
  });
  return (colors.length > 0 ? `:root{${colors.join(';')}}` : '') + css;
}
