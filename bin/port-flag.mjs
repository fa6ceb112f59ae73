import { UsageError } from '../scripts/lib/usage-error.mjs';

/**
 * Takes `--port N` out of the arguments of a command.
 * @param {string[]} args
 * @returns {{ port: string | undefined, rest: string[] }} the port as it was given, checked; the other arguments
 */
export function takePort(args) {
  const rest = [...args];
  const at = rest.findIndex((arg) => arg === '--port' || arg.startsWith('--port='));
  if (at === -1) return { port: undefined, rest };
  const isJoined = rest[at].includes('=');
  const [, port = ''] = isJoined ? rest[at].split('=') : rest.slice(at, at + 2);
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    throw new UsageError(
      `--port: ${JSON.stringify(port)} is not allowed. Allowed: a whole number from 1 to 65535`,
    );
  rest.splice(at, isJoined ? 1 : 2);
  return { port, rest };
}

/**
 * Refuses what a command does not take.
 * @param {string[]} rest
 */
export function refuseRest([first]) {
  if (first !== undefined) throw new UsageError(`unexpected argument ${JSON.stringify(first)}`);
}
