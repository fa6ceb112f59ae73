import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Debian's own way to say whether an installation may start services; a container mostly has one that says no. */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';

/**
 * Installs Debian packages, as root or by a sudo that does not ask; false where that is impossible. Their services are
 * not started: code that needs one starts it.
 */
export function aptInstall(packages) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const asRoot = (...args) => {
    const [command, ...rest] = [...sudo, ...args];
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  };
  const apt = (...args) => asRoot('apt-get', '-qq', ...args);
  if (!works('which', ['apt-get'])) return false;
  const isOurPolicy = !existsSync(SERVICE_POLICY);
  const forbid = `printf '#!/bin/sh\\nexit 101\\n' > ${SERVICE_POLICY} && chmod 755 ${SERVICE_POLICY}`;
  if (isOurPolicy && !asRoot('sh', '-c', forbid)) return false;
  try {
    return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
  } finally {
    if (isOurPolicy) asRoot('rm', '-f', SERVICE_POLICY);
  }
}
