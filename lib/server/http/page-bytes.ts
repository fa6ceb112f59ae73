import 'server-only';
import type { EniRow } from '../aliyun/eni-row';
import type { RowsPage } from '../scan/page';

/** Pieces of fewer bytes are sooner copied together than sent one by one. */
const FEW = 1 << 16;

/** The texts of rows, a comma between each two: those that stand one after another in memory are one piece. */
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

/** A page as JSON in UTF-8, in pieces of which large ones are not copied: they may be sent, but not be changed. */
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
