import type { SavedExport } from '@/lib/compare/saved-export';
import type { ExportIssue } from '@/lib/compare/saved-issue';
import { runInSlices } from '@/lib/steps/run-in-slices';

/** What is known of an export by its name. `missing`: neither this page nor this browser has it. */
export type Shelved =
  | { state: 'unknown' }
  | { state: 'reading' }
  | { state: 'missing' }
  | { state: 'refused'; issue: ExportIssue }
  | { state: 'ready'; saved: SavedExport; isKept: boolean };

const UNKNOWN: Shelved = { state: 'unknown' };

const shelf = new Map<string, Shelved>();
const listeners = new Set<() => void>();

function put(name: string, shelved: Shelved): Shelved {
  shelf.set(name, shelved);
  for (const listener of listeners) listener();
  return shelved;
}

export function onShelf(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function shelvedAs(name: string): Shelved {
  return shelf.get(name) ?? UNKNOWN;
}

const loadStore = () => import('./file-store');

async function read(file: File): Promise<SavedExport | ExportIssue> {
  try {
    const [{ MOST_BYTES }, { savedExportSteps }] = await Promise.all([
      import('@/lib/changes/saved-look'),
      import('@/lib/compare/saved-export'),
    ]);
    if (file.size > MOST_BYTES) return { code: 'too_large', allowed: `${MOST_BYTES / 2 ** 20} MB` };
    const steps = savedExportSteps(await file.text(), new Date(file.lastModified).toISOString());
    return (await runInSlices(steps)) ?? { code: 'unreadable' };
  } catch {
    return { code: 'unreadable' };
  }
}

/** Reads a file that people picked and keeps it for later. A file that is no export is not kept. */
export async function takeFile(file: File): Promise<ExportIssue | null> {
  const saved = await read(file);
  if ('code' in saved) return saved;
  const { keepFile } = await loadStore();
  put(file.name, { state: 'ready', saved, isKept: await keepFile(file) });
  return null;
}

/** Fetches an export that the browser keeps, once. */
export async function recall(name: string): Promise<void> {
  if (shelvedAs(name).state !== 'unknown') return;
  put(name, { state: 'reading' });
  const file = await loadStore()
    .then(({ recallFile }) => recallFile(name))
    .catch(() => null);
  if (file === null) {
    put(name, { state: 'missing' });
    return;
  }
  const saved = await read(file);
  put(name, 'code' in saved ? { state: 'refused', issue: saved } : { state: 'ready', saved, isKept: true });
}
