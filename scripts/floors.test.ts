import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Older ones have known holes that a request can reach. */
const FLOORS = { next: '16.4.5', react: '19.2.6', 'react-dom': '19.2.6' };

type Version = [number, number, number];
const versionOf = (text: string) => text.split(/[.-]/).slice(0, 3).map(Number) as Version;

/** Whether a release is at or above another one. A pre-release, such as 16.4.5-canary.1, is below its release. */
function isAtLeast(text: string, floor: string): boolean {
  const [own, least] = [versionOf(text), versionOf(floor)];
  const at = own.findIndex((part, i) => part !== least[i]);
  return at < 0 ? !text.includes('-') : (own[at] ?? 0) > (least[at] ?? 0);
}

test.each(Object.entries(FLOORS))('every %s that is installed is %s or newer', (name, floor) => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const found = Object.entries(packages as Record<string, { version: string }>).filter(([path]) =>
    path.endsWith(`node_modules/${name}`),
  );
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(([, { version }]) => !isAtLeast(version, floor))).toEqual([]);
  const installed = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
  expect(isAtLeast(installed.version, floor)).toBe(true);
});

test.each([
  ['16.4.5', true],
  ['16.4.10', true],
  ['17.0.0', true],
  ['16.4.4', false],
  ['16.3.9', false],
  ['15.9.9', false],
  ['16.4.5-canary.1', false],
])('%s beside 16.4.5: %s', (version, isEnough) => expect(isAtLeast(version, '16.4.5')).toBe(isEnough));
