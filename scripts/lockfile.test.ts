import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = { version?: string; integrity?: string; resolved?: string; optional?: boolean };
type Entry = Locked & { optionalDependencies?: Record<string, string> };

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>;
};

/** The folders in which Node looks for what a package imports. */
function placesOf(from: string, name: string): string[] {
  const parts = from.split('/node_modules/');
  const folders = parts.map((_, at) => parts.slice(0, at + 1).join('/node_modules/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`];
}

test('every optional package has an entry, or npm ci refuses the lockfile', () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !placesOf(from, name).some((place) => place in packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('whatever is not of another platform is fixed by content, and no registry is named', () => {
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  expect(entries.filter(([, { integrity, optional }]) => !integrity && !optional)).toEqual([]);
  expect(entries.filter(([, { resolved }]) => resolved)).toEqual([]);
});
