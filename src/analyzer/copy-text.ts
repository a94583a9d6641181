import { visible } from '../display/index.ts';

/** Put a text onto the clipboard, with what it hides as visible escapes: where it is pasted nobody looks at it again. @returns whether it could: an address without TLS has no clipboard, and a browser may refuse */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(visible(text));
    return true;
  } catch {
    return false;
  }
}
