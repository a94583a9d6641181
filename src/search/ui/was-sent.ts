/**
 * Return whether Enter was pressed in a box before the script that answers it was loaded, which
 * src/site/layouts/early-script.js remembers.
 */
export function wasSent(input: HTMLInputElement): boolean {
  return input.form?.dataset['sent'] !== undefined;
}
