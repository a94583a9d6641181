const MAX_SHOWN = 500;

/**
 * Remember a multi-line paste: a single-line input drops its line breaks, but the engine needs
 * them.
 *
 * @returns a function that returns the text as it was pasted, or null once the box was edited
 */
export function rememberMultiLinePaste(input: HTMLInputElement): () => string | null {
  let kept = keptBefore(input);
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!text.trim().includes('\n')) return;
    event.preventDefault();
    kept = {
      shown: text
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .slice(0, MAX_SHOWN),
      lines: text,
    };
    input.value = kept.shown;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  return () => (kept !== null && input.value === kept.shown ? kept.lines : null);
}

interface Kept {
  shown: string;
  lines: string;
}

/**
 * Return a paste from before this script was loaded (saved by src/site/layouts/early-script.js), or
 * null.
 */
function keptBefore(input: HTMLInputElement): Kept | null {
  const lines = document.pasted ?? '';
  delete document.pasted;
  const isShown = lines.trim().includes('\n') && withoutSpace(input.value) === withoutSpace(lines);
  return isShown ? { shown: input.value, lines } : null;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
