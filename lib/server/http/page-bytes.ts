import 'server-only';
import type { EniRow } from '../aliyun/eni-row';
import type { RowsPage } from '../scan/page';

/** The texts of rows, a comma between each two: those that stand one after another in memory are one piece. */
function piecesOf(rows: readonly EniRow[]): Buffer[] {
  const pieces: Buffer[] = [];
  const comma = Buffer.from(',');
  for (let first = 0, next = 1; first < rows.length; first = next++) {
    const { page, from, to } = rows[first] as EniRow;
    let end = to;
    for (let row = rows[next]; row?.page === page && row.from === end + 1; row = rows[++next]) end = row.to;
    if (first > 0) pieces.push(comma);
    pieces.push(page.subarray(from, end));
  }
  return pieces;
}

/** A page as JSON in UTF-8. */
export function pageBytes({ items, ...rest }: RowsPage): Buffer<ArrayBuffer> {
  return Buffer.concat([
    Buffer.from('{"items":['),
    ...piecesOf(items),
    Buffer.from(`],${JSON.stringify(rest).slice(1)}`),
  ]);
}
