import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const nextBin = `${root}node_modules/next/dist/bin/next`;
export const preload = `${root}.next/preload.cjs`;

/** Arguments of Node that start the production build behind the guard. */
export function dashboardArguments(host, port) {
  return ['-r', preload, nextBin, 'start', '-H', host, '-p', String(port)];
}
