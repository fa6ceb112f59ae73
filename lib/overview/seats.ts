/**
 * Keeps the shown rows in their places: a row must not move away while someone points at it. Each row is updated in
 * place; one that has gone stays as it was, and new rows wait.
 * @param shown the rows as they stand
 * @param now all rows there are
 */
export function seated<Row extends { key: string }>(shown: readonly Row[], now: readonly Row[]): Row[] {
  const byKey = new Map(now.map((row) => [row.key, row]));
  return shown.map((row) => byKey.get(row.key) ?? row);
}
