import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const nextBin = `${root}node_modules/next/dist/bin/next`;
export const preload = `${root}.next/preload.cjs`;

/** Arguments of Node that start the production build behind the guard; `at` is the folder of another checkout. */
export function dashboardArguments(host, port, at = root) {
  const here = (path) => path.replace(root, at);
  return ['-r', here(preload), here(nextBin), 'start', '-H', host, '-p', String(port)];
}
