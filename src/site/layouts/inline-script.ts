import source from './early-script.js?raw';

/**
 * Script that every page runs before its first paint. It applies the stored theme and platform,
 * loads the script of an element with `data-js` when it gets the focus, and marks a form that is
 * submitted before that script has loaded. At most 1 KB.
 */
export const inlineScript = source
  .replace(/^\/\*.*\*\/\n/, '')
  .trim()
  .replace(/\n\s*/g, '')
  .replace(/ ?([{}()=>?:,;&|<]) ?/g, '$1')
  .replace(/\((\w)\)=>/g, '$1=>')
  .replace(/[;,](?=[)}])/g, '');
