import type { PodsRead } from './pod';
import { readPodsJson } from './read-json';
import { readPodsWide } from './read-wide';

/** A file of the largest clusters is some 300 MB of JSON; no browser is well after that. */
export const MOST_CHARACTERS = 200_000_000;

/**
 * Reads the output of `kubectl get pods`, as a table or as JSON.
 * @returns null where it is neither
 */
export function readPods(text: string): PodsRead | null {
  const given = text.replace(/^\uFEFF/, '');
  return /^\s*[{[]/.test(given) ? readPodsJson(given) : readPodsWide(given);
}
