import { spawnSync } from 'node:child_process';
import { aptInstall } from './apt.mjs';

/** Debian's packages of what builds and runs an image, by the program that each brings. */
const PACKAGES = { buildah: 'buildah', podman: 'podman', crun: 'crun', ip: 'iproute2' };

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const lackingPrograms = () => Object.keys(PACKAGES).filter((name) => !works('which', [name]));

/** Why this machine cannot build and run an image, in words; null where it can. */
export function lackingForContainers() {
  const programs = lackingPrograms();
  if (programs.length > 0)
    return `no ${programs.join(', ')} on this machine: apt-get install ${programs.map((name) => PACKAGES[name]).join(' ')}`;
  return works('unshare', ['--mount', '--net', 'true']) ? null : 'no right to make a network namespace';
}

/**
 * Installs the tools for building and running an image where they are missing and allowed; the test of the image names
 * those still missing.
 */
export function ensureContainers() {
  const programs = lackingPrograms();
  if (programs.length === 0) return;
  console.log(`Installing ${programs.join(', ')} from the system packages …`);
  aptInstall(programs.map((name) => PACKAGES[name]));
}
