const queue: (() => void)[] = [];
// A nested timeout would be clamped to 4 ms.
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  queue.shift()?.();
  if (queue.length > 0) port2.postMessage(null);
};

/**
 * Schedule a macrotask, run after those already waiting, so that the page stays responsive. Return
 * a function that cancels it.
 */
export function scheduleTask(work: () => void): () => void {
  queue.push(work);
  if (queue.length === 1) port2.postMessage(null);
  return () => {
    const at = queue.indexOf(work);
    if (at >= 0) queue.splice(at, 1);
  };
}
