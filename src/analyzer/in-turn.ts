const waiting: (() => void)[] = [];
// A timeout would wait 4 ms each time.
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  waiting.shift()?.();
  if (waiting.length > 0) port2.postMessage(null);
};

/** Do something in a task of its own, after what waits already, so that the page can answer in between; returns what calls it off. */
export function inTurn(work: () => void): () => void {
  waiting.push(work);
  if (waiting.length === 1) port2.postMessage(null);
  return () => {
    const at = waiting.indexOf(work);
    if (at >= 0) waiting.splice(at, 1);
  };
}
