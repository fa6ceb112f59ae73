import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt.mjs';

const NAMES = ['redis-server', 'valkey-server'];

/** A Redis or Valkey of this machine: the one in REDIS_SERVER_PATH, or on the PATH; null where there is none. */
export function findRedis() {
  if (process.env.REDIS_SERVER_PATH) return process.env.REDIS_SERVER_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync) ?? null;
}

/** Installs the system's Redis where there is none. The tests of replicas start it themselves, on a port of their own. */
export function ensureRedis() {
  if (findRedis() !== null) return;
  console.log('Installing redis-server from the system packages …');
  aptInstall(['redis-server']);
  if (findRedis() === null)
    console.error(
      'No Redis, so the tests of replicas fail: install it (apt-get install redis-server), or set REDIS_SERVER_PATH.',
    );
}
