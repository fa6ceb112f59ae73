/**
 * Rows in the seats of those that were shown: while someone points at one it must not move away. Each is told anew; one
 * that is gone stays as it was, and what would come in waits.
 * @param shown the rows as they stand
 * @param now all rows there are
 */
export function seated<Row extends { key: string }>(shown: readonly Row[], now: readonly Row[]): Row[] {
  const byKey = new Map(now.map((row) => [row.key, row]));
  return shown.map((row) => byKey.get(row.key) ?? row);
}
