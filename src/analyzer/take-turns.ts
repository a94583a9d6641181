const TURN = 50;

/**
 * Make a function that, awaited between pieces of work, lets messages in every 50 ms. A stream whose chunks wait already goes on within
 * one task, and a cancellation would wait for its end.
 */
export function takeTurns(): () => Promise<void> {
  // A timeout would wait 4 ms each time.
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
