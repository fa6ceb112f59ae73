import { createStore, delMany, get, setMany } from 'idb-keyval';
import { personal } from '@/components/ui/person-key';
import { type KeptHead, type KeptIssue, keepSteps, recallSteps, withHead } from '@/lib/changes/kept-look';
import type { Look } from '@/lib/changes/look';
import { runInSlices } from '@/lib/steps/run-in-slices';

const HEADS = 'heads';
const keyOf = (search: string) => `look ${search}`;
const store = createStore(personal('eni_atlas'), 'looks');

/** `forbidden`: the browser keeps nothing for this page, or has no room. */
export type StoreIssue = KeptIssue | 'forbidden' | 'too_large';

function headsOf(kept: unknown): KeptHead[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (head): head is KeptHead => typeof head?.search === 'string' && Number.isInteger(head?.rows),
  );
}

/**
 * The look that the browser keeps for a search, or null.
 * @param search its query string
 */
export async function recallLook(search: string): Promise<Look | StoreIssue | null> {
  try {
    const kept: unknown = await get(keyOf(search), store);
    return kept === undefined ? null : await runInSlices(recallSteps(kept));
  } catch {
    return 'forbidden';
  }
}

/**
 * Stores a look in place of the last one of its search, and drops the looks of the searches used longest ago.
 * @returns why it was not stored; null if it was
 */
export async function keepLook(search: string, look: Look): Promise<StoreIssue | null> {
  try {
    const heads = headsOf(await get(HEADS, store));
    const next = withHead(heads, { search, rows: look.rows.length });
    // An older look must not replace this one again.
    if (next === null) {
      await delMany([keyOf(search)], store);
      return 'too_large';
    }
    const kept = await runInSlices(keepSteps(look));
    const dropped = heads.filter((head) => !next.some((other) => other.search === head.search));
    await delMany(
      dropped.map((head) => keyOf(head.search)),
      store,
    );
    await setMany(
      [
        [HEADS, next],
        [keyOf(search), kept],
      ],
      store,
    );
    return null;
  } catch {
    return 'forbidden';
  }
}
