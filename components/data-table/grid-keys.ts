/**
 * Where the focus of a grid is. Lines are the rows, counted from 0; above them are the head's lines, -1 the nearest.
 * Cells count from 0, the row's box included; null is the row itself, or in the head its starting control.
 */
export type GridSpot = { line: number; cell: number | null };

export type GridSize = {
  rows: number;
  /** Lines above the rows that can have the focus. */
  above: number;
  /** The first and the last cell of the line that has the focus. */
  first: number;
  last: number;
  /** Rows per page. */
  page: number;
};

/** The parts of a key press that count; letters are those that walk from row to row. */
export type GridPress = { key: string; isControl: boolean };

const clamp = (value: number, last: number) => Math.max(0, Math.min(value, last));

function besides(by: 1 | -1, { line, cell }: GridSpot, { first, last }: GridSize): GridSpot | null {
  if (cell !== null && cell <= first && by < 0) return line < 0 ? null : { line, cell: null };
  if (cell !== null) return { line, cell: Math.min(Math.min(cell, last) + by, last) };
  if (line < 0) return { line, cell: clamp(first + Math.max(by, 0), last) };
  return by > 0 ? { line, cell: first } : null;
}

/** From a cell, Home and End go to the ends of its row; from a row, or with Control, to the first or last row. */
function ends(isEnd: boolean, isControl: boolean, at: GridSpot, size: GridSize): GridSpot | null {
  const isOfLine = !isControl && (at.cell !== null || at.line < 0);
  if (isOfLine) return { ...at, cell: isEnd ? size.last : size.first };
  return size.rows > 0 ? { ...at, line: isEnd ? size.rows - 1 : 0 } : null;
}

/** Where a key takes the focus of a grid; null when the key is not for it. Up and down keep the column. */
export function moveInGrid({ key, isControl }: GridPress, at: GridSpot, size: GridSize): GridSpot | null {
  const last = size.rows - 1;
  if (key === 'Home' || key === 'End') return ends(key === 'End', isControl, at, size);
  if (isControl) return null;
  switch (key) {
    case 'ArrowLeft':
      return besides(-1, at, size);
    case 'ArrowRight':
      return besides(1, at, size);
    case 'ArrowUp':
      return at.line <= -size.above ? null : { ...at, line: at.line - 1 };
    case 'ArrowDown':
      return at.line >= last ? null : { ...at, line: at.line + 1 };
    case 'j':
      return last < 0 ? null : { line: clamp(at.line + 1, last), cell: null };
    case 'k':
      return at.line < 0 ? null : { line: clamp(at.line - 1, last), cell: null };
    case 'PageUp':
      return at.line < 0 ? null : { ...at, line: clamp(at.line - size.page, last) };
    case 'PageDown':
      return at.line < 0 ? null : { ...at, line: clamp(at.line + size.page, last) };
    default:
      return null;
  }
}
