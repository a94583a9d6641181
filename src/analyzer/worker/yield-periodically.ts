const TURN = 50;

/**
 * Return a function that, when awaited between units of work, yields to messages every 50 ms. A
 * stream whose chunks are already buffered never leaves its task, so a cancellation would have to
 * wait until its end.
 */
export function makeYield(): () => Promise<void> {
  // A nested timeout would be clamped to 4 ms.
  const { port1, port2 } = new MessageChannel();
  let began = performance.now();
  return async () => {
    if (performance.now() - began < TURN) return;
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    began = performance.now();
  };
}
