import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type State = 'open' | 'cut' | 'slow' | 'portal' | number;

/** The login page that a network sends in response to any request. */
export const PORTAL = '<!doctype html><title>Wi-Fi</title><h1>Log in to the network</h1>';

/** A proxy that acts as the network between a browser and a site. */
export interface NetworkProxy {
  /** Address of the site for the browser, without a trailing slash. */
  url: string;
  /** The paths that were requested. */
  requestedPaths: string[];
  /**
   * Change the network: `cut` breaks every connection, even waiting ones; `slow` never responds;
   * `portal` responds to everything with a login page; a number is the status of every response.
   */
  setState(state: State): void;
  close(): void;
}

/**
 * Start a proxy in front of a site. It records every request and can break connections, even those
 * of a service worker.
 */
export async function startNetworkProxy(site: string): Promise<NetworkProxy> {
  let state: State = 'open';
  const forward = (incoming: IncomingMessage, response: ServerResponse): void => {
    gate.requestedPaths.push(incoming.url ?? '');
    if (state === 'slow') return;
    if (state === 'cut') return void incoming.socket.destroy();
    if (state === 'portal' || typeof state === 'number') {
      const [status, body] =
        state === 'portal' ? [200, PORTAL] : [state, `<h1>Status ${state}</h1>`];
      return void response.writeHead(status, { 'Content-Type': 'text/html' }).end(body);
    }
    const outgoing = request(
      new URL(incoming.url ?? '/', site),
      { headers: incoming.headers, method: incoming.method },
      (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers)),
    );
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  };
  const server = createServer(forward);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const gate: NetworkProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requestedPaths: [],
    setState: (next) => {
      state = next;
      if (next === 'cut') server.closeAllConnections();
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return gate;
}
