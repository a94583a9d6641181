const waiting: (() => void)[] = [];
// A nested timeout would be clamped to 4 ms.
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  waiting.shift()?.();
  if (waiting.length > 0) port2.postMessage(null);
};

/**
 * Schedule a macrotask, run after those already waiting, so that the page stays responsive. Return
 * a function that cancels it.
 */
export function inTurn(work: () => void): () => void {
  waiting.push(work);
  if (waiting.length === 1) port2.postMessage(null);
  return () => {
    const at = waiting.indexOf(work);
    if (at >= 0) waiting.splice(at, 1);
  };
}
