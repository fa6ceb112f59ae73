import 'server-only';
import { LRUCache } from 'lru-cache';
import { placeKey } from '@/lib/eni/place';
import type { Cell } from '../aliyun/client';

/** Which numbered pages a place grants; null where we do not know yet. */
export type Grants = {
  /** Pages come as large as requested. */
  isGranted: boolean | null;
  /** Pages far behind are not refused. */
  isDeepGranted: boolean | null;
};

/** The cloud may change its mind; then we ask it again, at the price of a call or two. */
const REMEMBERED = 30 * 60_000;

const known = new LRUCache<string, Grants>({ max: 500, ttl: REMEMBERED });

/** What we know of a place so far. It only saves calls. */
export function grantsOf({ account, region }: Cell): Grants {
  const key = placeKey({ account: account.name, region });
  const grants = known.get(key) ?? { isGranted: null, isDeepGranted: null };
  known.set(key, grants);
  return grants;
}

/** Forgets what places grant, as a new process would. */
export function forgetGrants(): void {
  known.clear();
}
