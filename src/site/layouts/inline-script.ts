import source from './early-script.js?raw';

/**
 * Script that every page runs before its first paint: it applies the theme and the remembered
 * platform, loads what is on demand (`data-js`) once the focus is in it, and keeps a form that is
 * sent before its script has arrived. At most 1 KB.
 */
export const inlineScript = source
  .trim()
  .replace(/\n\s*/g, '')
  .replace(/ ?([{}()=>?:,;&|<]) ?/g, '$1')
  .replace(/\((\w)\)=>/g, '$1=>')
  .replace(/[;,](?=[)}])/g, '');
