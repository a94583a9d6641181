import source from './early-script.js?raw';

/**
 * Script that every page runs before its first paint: it applies the theme and the remembered
 * platform, and loads the search box on demand. At most 1 KB.
 */
export const inlineScript = source
  .trim()
  .replace(/\n\s*/g, '')
  .replace(/ ?([{}()=>?:,;&|<]) ?/g, '$1')
  .replace(/\((\w)\)=>/g, '$1=>')
  .replace(/[;,](?=[)}])/g, '');
