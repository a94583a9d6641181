import { scheduleTask } from '../schedule-task.ts';

/** Milliseconds of work between yields. */
const TURN = 50;

/**
 * Return a function that, when awaited between units of work, yields to messages every 50 ms. A
 * stream whose chunks are already buffered never leaves its task, so a cancellation would have to
 * wait until its end.
 */
export function makeYield(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < TURN) return;
    await new Promise<void>((resolve) => scheduleTask(resolve));
    began = performance.now();
  };
}
