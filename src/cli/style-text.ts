import { styleText as style } from 'node:util';
import { WriteStream } from 'node:tty';

/** Style a text if standard output shows colors. Node 20's `styleText` does not check that. */
export function styleText(format: Parameters<typeof style>[0], text: string): string {
  const mayShow = process.stdout.isTTY || process.env['FORCE_COLOR'] !== undefined;
  // `getColorDepth` reads FORCE_COLOR, NO_COLOR and TERM.
  return mayShow && WriteStream.prototype.getColorDepth() > 1 ? style(format, text) : text;
}
