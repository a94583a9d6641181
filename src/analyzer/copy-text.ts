/** Put a text onto the clipboard. @returns whether it could: an address without TLS has no clipboard, and a browser may refuse */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
