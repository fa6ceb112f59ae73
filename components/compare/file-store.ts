import { createStore, delMany, entries, get, set } from 'idb-keyval';
import { personal } from '@/components/ui/person-key';

/** An export as the browser keeps it: the file itself, which costs no memory until it is read. */
type KeptFile = { file: File; keptAt: number };

const store = createStore(personal('eni_atlas_exports'), 'files');

/** How many exports are kept, and how many bytes one may have. */
const MOST_FILES = 6;
const MOST_BYTES = 64 * 2 ** 20;

const isKept = (value: unknown): value is KeptFile =>
  typeof value === 'object' && value !== null && 'file' in value && value.file instanceof Blob;

/**
 * Keeps an export under its name, so that it survives a reload, and drops the oldest if there are many.
 * @returns whether it is kept: not if it is too large, or if the browser keeps nothing
 */
export async function keepFile(file: File): Promise<boolean> {
  try {
    if (file.size > MOST_BYTES) {
      await delMany([file.name], store);
      return false;
    }
    await set(file.name, { file, keptAt: Date.now() } satisfies KeptFile, store);
    const kept = (await entries<string, KeptFile>(store)).sort(([, a], [, b]) => b.keptAt - a.keptAt);
    await delMany(
      kept.slice(MOST_FILES).map(([name]) => name),
      store,
    );
    return true;
  } catch {
    return false;
  }
}

/** The export of this name that the browser keeps, null where it keeps none. */
export async function recallFile(name: string): Promise<File | null> {
  try {
    const kept: unknown = await get(name, store);
    return isKept(kept) ? kept.file : null;
  } catch {
    return null;
  }
}
