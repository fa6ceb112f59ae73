import 'server-only';
import type { EniRow } from '../aliyun/eni-row';
import type { RowsPage } from '../scan/page';

/** Copying pieces smaller than this together is faster than sending them one by one. */
const FEW = 1 << 16;

/** The texts of rows, separated by commas: rows that are adjacent in memory become one piece. */
function* piecesOf(rows: readonly EniRow[]): Generator<Buffer> {
  const comma = Buffer.from(',');
  for (let first = 0, next = 1; first < rows.length; first = next++) {
    const { page, from, to } = rows[first] as EniRow;
    let end = to;
    for (let row = rows[next]; row?.page === page && row.from === end + 1; row = rows[++next]) end = row.to;
    if (first > 0) yield comma;
    yield page.bytes.subarray(from, end);
  }
}

/** A page as JSON in UTF-8, in pieces. Large ones are not copied, so the caller may send them but not change them. */
export function pageBytes({ items, ...rest }: RowsPage): Buffer[] {
  const pieces: Buffer[] = [];
  let few: Buffer[] = [Buffer.from('{"items":[')];
  for (const piece of piecesOf(items)) {
    if (piece.length < FEW) few.push(piece);
    else {
      pieces.push(Buffer.concat(few), piece);
      few = [];
    }
  }
  return [...pieces, Buffer.concat([...few, Buffer.from(`],${JSON.stringify(rest).slice(1)}`)])];
}
