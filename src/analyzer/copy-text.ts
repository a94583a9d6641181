import { escapeHidden } from '../report/format/index.ts';

/**
 * Copy text to the clipboard with invisible characters as escapes, because nobody notices such
 * characters where it is pasted.
 *
 * @returns false if there is no clipboard (a page without TLS) or the browser refuses
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(escapeHidden(text));
    return true;
  } catch {
    return false;
  }
}
