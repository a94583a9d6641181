import type { ParsedTexts } from '../../compiler/index.ts';

/**
 * What the YAML files contain. The development server keeps this module when it reads the content
 * again after an edit, and then parses only the file that changed.
 */
export const parsed: ParsedTexts = new WeakMap();
