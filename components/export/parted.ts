import { metadataName, partCsv } from '@/lib/export/csv-beside';
import type { Arrival } from './download';

/** A CSV file that arrived whole, split in two: its table, and its provenance. A file that was cut off is not split. */
export async function parted(arrival: Arrival, columns: readonly string[]): Promise<Arrival> {
  if (!arrival.isWhole) return arrival;
  const { name } = arrival;
  const { table, metadata } = await partCsv(arrival.file, { name, columns });
  return { ...arrival, file: table, bytes: table.size, beside: { name: metadataName(name), file: metadata } };
}
