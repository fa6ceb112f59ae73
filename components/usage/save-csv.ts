import { saveFile } from '@/components/ui/save-file';

type Value = string | number | null;

/** Saves a table as CSV. The code that writes it is loaded on first use. */
export async function saveCsv(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const { csvOf } = await import('@/lib/export/csv');
  saveFile(`${name}.csv`, 'text/csv', csvOf(columns, rows));
}
