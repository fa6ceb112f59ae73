import { spawnSync } from 'node:child_process';
import { aptInstall } from './apt.mjs';

/** Debian's packages of what builds and runs an image, by the program that each brings. */
const PACKAGES = { buildah: 'buildah', podman: 'podman', crun: 'crun', ip: 'iproute2' };

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const lackingPrograms = () => Object.keys(PACKAGES).filter((name) => !works('which', [name]));

/** Why no image can be built and run here, in words; null where it can. */
export function lackingForContainers() {
  const programs = lackingPrograms();
  if (programs.length > 0)
    return `no ${programs.join(', ')} on this machine: apt-get install ${programs.map((name) => PACKAGES[name]).join(' ')}`;
  return works('unshare', ['--mount', '--net', 'true']) ? null : 'no right to make a network namespace';
}

/** Installs what builds and runs an image where it is lacking and may be; the test of the image says what still is. */
export function ensureContainers() {
  const programs = lackingPrograms();
  if (programs.length === 0) return;
  console.log(`Installing ${programs.join(', ')} from the system packages …`);
  aptInstall(programs.map((name) => PACKAGES[name]));
}
