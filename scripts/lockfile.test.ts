import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = { version?: string; integrity?: string; resolved?: string; optional?: boolean };
type Entry = Locked & { optionalDependencies?: Record<string, string> };

const LOCKFILES = ['package-lock.json', 'e2e/consumers/package-lock.json', 'e2e/node-lts/package-lock.json'];

const packagesIn = (lockfile: string) =>
  (JSON.parse(readFileSync(lockfile, 'utf8')) as { packages: Record<string, Entry> }).packages;

/** The folders in which Node looks for what a package imports. */
function placesOf(from: string, name: string): string[] {
  const parts = from.split('/node_modules/');
  const folders = parts.map((_, at) => parts.slice(0, at + 1).join('/node_modules/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}

test.each(LOCKFILES)('every optional package has an entry, or npm ci refuses %s', (lockfile) => {
  const packages = packagesIn(lockfile);
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !placesOf(from, name).some((place) => place in packages),
    ),
  );
  expect(missing).toEqual([]);
});

test.each(LOCKFILES)(
  '%s fixes by content whatever is not of another platform, and names no registry',
  (lockfile) => {
    const entries = Object.entries(packagesIn(lockfile)).filter(([path]) => path !== '');
    expect(entries.filter(([, { integrity, optional }]) => !integrity && !optional)).toEqual([]);
    expect(entries.filter(([, { resolved }]) => resolved)).toEqual([]);
  },
);
