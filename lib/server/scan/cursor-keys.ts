import 'server-only';
import { hkdfSync, randomBytes } from 'node:crypto';
import { accounts } from '../accounts';
import { sharedSecretOf } from '../aliyun/credentials/credentials';
import { config } from '../config/config';

const KEYS = Symbol.for('eni-atlas.cursor-key');
const shared = globalThis as { [KEYS]?: Buffer };

/** Every page needs these keys, and deriving one takes as long as everything else that sign-in adds. */
const derived = new Map<string, Buffer>();

function derive(secret: string): Buffer {
  const known = derived.get(secret);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'eni-atlas cursor', 32));
  derived.set(secret, key);
  return key;
}

/**
 * The keys that seal cursors; the first seals, any opens. Replicas that share a secret read each other's cursors: they
 * use the configured session keys, else the secret that authenticates their answers in the shared store. Without
 * either, the key is made at the start of the process, and only that process can read its cursors. docs/decisions/0032
 */
export async function cursorKeys(): Promise<Buffer[]> {
  const { sessionKeys } = config();
  if (sessionKeys !== null) return sessionKeys.map(derive);
  const [account] = accounts();
  const secret = account ? await sharedSecretOf(account) : null;
  if (secret !== null) return [derive(secret)];
  shared[KEYS] ??= randomBytes(32);
  return [shared[KEYS]];
}
