/** How values of a log are shown: visibly, and filled into commands. */
export { fillCommand, valueOf, type Filled } from './fill.ts';
export { visible } from './visible.ts';
