import 'server-only';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config/config';
import { isLoopback } from '../process/loopback';

/**
 * The limit for a request's line and headers, in bytes: a packed search of 1,000 ids is 18 kB, and a cursor 9 kB more.
 */
export const LONGEST_HEAD = 64 * 1024;

/** Ends the process if it listens beyond this machine and nobody has to sign in. */
export function refuseOpenBind(
  server: Server,
  { isOpenBindAccepted }: Pick<Config, 'isOpenBindAccepted'>,
): void {
  const address = server.address() as AddressInfo | string | null;
  if (isOpenBindAccepted || typeof address !== 'object' || !address || isLoopback(address.address)) return;
  process.stderr.write(
    `eni-atlas: listening on ${address.address}, which other machines can reach, while ENI_ATLAS_AUTH=none. ` +
      'Listen on 127.0.0.1.\n',
  );
  process.exit(78);
}

/**
 * How long to wait for the rest of a request that has been answered, in ms; an honest client has sent it long before.
 */
const LEFT_WITHIN = 2_000;

/** Closes the connection of a request whose body goes on and on after it has been answered. */
export function cutWhoDrips(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete) return;
    const { socket } = request;
    const timer = setTimeout(() => request.complete || socket.destroy(), LEFT_WITHIN).unref();
    socket.once('close', () => clearTimeout(timer));
  });
}

/**
 * Reads a search of 1,000 values; cuts off clients that do not finish sending a request, and keeps an idle connection
 * for longer than a load balancer does, which would otherwise send a request on a connection that is being closed. In
 * ms.
 */
export function limitConnections(server: Server): void {
  server.headersTimeout = 15_000;
  // The time for a whole request including its body; the largest body accepted is a few kB.
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  // Answers that Node would give by itself go through the guard, so that they carry the headers of every other answer.
  Object.assign(server, { requireHostHeader: false });
  if (server.listenerCount('checkExpectation') === 0) server.on('checkExpectation', () => {});
  // Node reads this with each connection; its default of 16 kB is less than the longest search. docs/decisions/0020
  Object.assign(server, { maxHeaderSize: LONGEST_HEAD });
  // How often Node looks for such connections: it reads this when it starts to listen, and its 30 s would double the
  // limit.
  Object.assign(server, { connectionsCheckingInterval: 2_000 });
}
