import { createStore, get, set } from 'idb-keyval';
import * as z from 'zod/mini';
import { personal } from '@/components/ui/person-key';
import { type PodList, podListSchema } from '@/lib/pods/pod';

const LISTS = 'lists';
const store = createStore(personal('eni_atlas_pods'), 'pods');

/** The lists that this browser keeps; null if it keeps nothing for this page. */
export async function recallPods(): Promise<PodList[] | null> {
  try {
    const kept = z.array(podListSchema).safeParse((await get(LISTS, store)) ?? []);
    return kept.success ? kept.data : [];
  } catch {
    return null;
  }
}

/** @returns whether the browser keeps them */
export async function keepPods(lists: readonly PodList[]): Promise<boolean> {
  try {
    await set(LISTS, lists, store);
    return true;
  } catch {
    return false;
  }
}
