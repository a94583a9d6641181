import { offline as en } from './en/offline.ts';
import { offline as ja } from './ja/offline.ts';

/** Text about the pages stored on the device. */
export const offlineText = { en, ja };
