/**
 * Loaded with `--import`: exit with 1 and print the host if the program connects to another
 * machine.
 */
import { isIP, Socket } from 'node:net';

const connect = Socket.prototype.connect;

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const host = hostOf(args.flat());
  if (host !== undefined && !isLoopback(host)) {
    process.stderr.write(`connects to ${host}\n`);
    process.exit(1);
  }
  return Reflect.apply(connect, this, args);
};

/** Return the host of a connection; undefined for a local pipe or if none is named. */
function hostOf([first, second]: unknown[]): string | undefined {
  if (typeof first === 'object' && first !== null && 'host' in first) return String(first.host);
  return typeof first === 'number' && typeof second === 'string' ? second : undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
