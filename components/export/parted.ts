import { metadataName, partCsv } from '@/lib/export/csv-beside';
import type { Arrival } from './download';

/** A CSV file that came whole as two: its table, and what says where that comes from. One that was cut off stays one. */
export async function parted(arrival: Arrival, columns: readonly string[]): Promise<Arrival> {
  if (!arrival.isWhole) return arrival;
  const { name } = arrival;
  const { table, metadata } = await partCsv(arrival.file, { name, columns });
  return { ...arrival, file: table, bytes: table.size, beside: { name: metadataName(name), file: metadata } };
}
