import 'server-only';
import { readFileSync, statSync } from 'node:fs';
import { config, isSessionKey } from '../config/config';

/** How often the file is looked at, in ms. */
const LOOK_EVERY = 1_000;

/** The keys in a text; null where any of them is not a key, or there is none. */
function keysIn(text: string): string[] | null {
  const keys = text.split(',').map((key) => key.trim());
  return keys.every(isSessionKey) && new Set(keys).size === keys.length ? keys : null;
}

let lookedAt = 0;
let mark = '';
let held: readonly string[] | null = null;

function look(path: string): void {
  const { mtimeMs, size, ino } = statSync(path);
  const seen = `${mtimeMs} ${size} ${ino}`;
  if (seen === mark) return;
  mark = seen;
  const keys = keysIn(readFileSync(path, 'utf8').trim());
  if (keys) held = keys;
  else
    process.stderr.write(
      'eni-atlas: ENI_ATLAS_SESSION_KEYS_FILE: not valid; the keys before it still hold.\n',
    );
}

/** What sessions are sealed with now: the first seals, all open. A file of keys is read again when it changes. */
export function sessionKeys(now = Date.now()): readonly string[] {
  const { sessionKeys: configured, sessionKeysFile } = config();
  held ??= configured ?? [];
  if (sessionKeysFile === null || Math.abs(now - lookedAt) < LOOK_EVERY) return held;
  lookedAt = now;
  try {
    look(sessionKeysFile);
  } catch {
    // The file is being replaced at this moment, or is gone: the keys that were read still apply.
  }
  return held;
}
