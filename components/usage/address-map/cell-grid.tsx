import { memo } from 'react';
import { SQUARE_SIDE } from '@/lib/usage/map/layout';

const SQUARE = SQUARE_SIDE * SQUARE_SIDE;

type CellGridProps = {
  /** Prefix of the ids of the cells: `<prefix>-<place>`. */
  prefix: string;
  /** The square of 256 that is in the document; the others are there when the cursor is. */
  square: number;
  size: number;
  sayAt: (at: number) => string;
};

/** The cells of a map for screen readers: the cursor's /24, every address as a cell of a grid. */
function Cells({ prefix, square, size, sayAt }: CellGridProps) {
  const start = square * SQUARE;
  const rows = Math.min(SQUARE_SIDE, Math.ceil((size - start) / SQUARE_SIDE));
  const across = Math.min(SQUARE_SIDE, size);
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/a11y/useSemanticElements: cells of a canvas, which is no table
    // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
    <div key={row} role="row" tabIndex={-1} aria-rowindex={start / SQUARE_SIDE + row + 1}>
      {Array.from({ length: across }, (_, column) => {
        const at = start + row * SQUARE_SIDE + column;
        return (
          // biome-ignore lint/a11y/useSemanticElements: cells of a canvas, which is no table
          <div key={at} id={`${prefix}-${at}`} role="gridcell" tabIndex={-1} aria-colindex={column + 1}>
            {sayAt(at)}
          </div>
        );
      })}
    </div>
  ));
}

export const CellGrid = memo(Cells);
