import source from './inline.js?raw';

/** What every page runs before it is drawn: theme, the remembered platform, and the search box on demand. At most 1 KB. */
export const inlineScript = source
  .trim()
  .replace(/\n\s*/g, '')
  .replace(/ ?([{}()=>?:,;&|]) ?/g, '$1')
  .replace(/:(dark\))/g, ':$1');
