import { styleText as style } from 'node:util';
import { WriteStream } from 'node:tty';

/** Style a text if standard output shows colors, which the function of Node 20 does not check. */
export function styleText(format: Parameters<typeof style>[0], text: string): string {
  const mayShow = process.stdout.isTTY || process.env['FORCE_COLOR'] !== undefined;
  // It looks at FORCE_COLOR, NO_COLOR and the terminal.
  return mayShow && WriteStream.prototype.getColorDepth() > 1 ? style(format, text) : text;
}
