import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt.mjs';

/** What the tests of reverse proxies run, and the packages of the system that have it. */
const PROGRAMS = {
  nginx: ['nginx'],
  caddy: ['caddy'],
  haproxy: ['haproxy'],
  apache2: ['apache2-bin', 'libapache2-mod-auth-openidc'],
  openssl: ['openssl'],
};

/** What has to be there beside its program. */
const PARTS = { apache2: '/usr/lib/apache2/modules/mod_auth_openidc.so' };

/**
 * Where a program of these is on this machine; null where it is not, or not whole.
 * @param {keyof typeof PROGRAMS} name
 */
export function findProxy(name) {
  if (PARTS[name] && !existsSync(PARTS[name])) return null;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find(existsSync) ?? null;
}

/** Installs the system's proxies where they are not. The tests start them themselves, on ports of their own. */
export function ensureProxies() {
  const missing = () => Object.keys(PROGRAMS).filter((name) => findProxy(name) === null);
  if (missing().length === 0) return;
  console.log(`Installing ${missing().join(', ')} from the system packages …`);
  aptInstall(missing().flatMap((name) => PROGRAMS[name]));
  if (missing().length > 0)
    console.error(`No ${missing().join(', ')}, so tests of reverse proxies are skipped; in CI they fail.`);
}
