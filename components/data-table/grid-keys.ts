/** Where the focus of a grid is: a row, or the header's button of a column. */
export type GridSpot = { row: number } | { header: number };

export type GridSize = { rows: number; columns: number; page: number };

const clamp = (value: number, last: number) => Math.max(0, Math.min(value, last));

function fromHeader(key: string, at: number, { rows, columns }: GridSize): GridSpot | null {
  switch (key) {
    case 'ArrowLeft':
      return { header: clamp(at - 1, columns - 1) };
    case 'ArrowRight':
      return { header: clamp(at + 1, columns - 1) };
    case 'Home':
      return { header: 0 };
    case 'End':
      return { header: columns - 1 };
    case 'ArrowDown':
    case 'j':
      return rows > 0 ? { row: 0 } : null;
    default:
      return null;
  }
}

/** Where a key takes the focus of a grid; null when the key is not for it. Above the first row are the headers. */
export function moveInGrid(key: string, at: GridSpot, size: GridSize): GridSpot | null {
  if ('header' in at) return fromHeader(key, at.header, size);
  const last = size.rows - 1;
  switch (key) {
    case 'ArrowUp':
      return at.row <= 0 ? { header: 0 } : { row: at.row - 1 };
    case 'k':
      return { row: clamp(at.row - 1, last) };
    case 'ArrowDown':
    case 'j':
      return { row: clamp(at.row + 1, last) };
    case 'PageUp':
      return { row: clamp(at.row - size.page, last) };
    case 'PageDown':
      return { row: clamp(at.row + size.page, last) };
    case 'Home':
      return { row: 0 };
    case 'End':
      return { row: last };
    default:
      return null;
  }
}
