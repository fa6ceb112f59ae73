import type { GridSpot } from './grid-keys';

/** The elements of a head line that can have the focus: its buttons and boxes, from left to right. */
const CONTROLS = 'button, input, a[href]';

const isSeen = (element: Element) => element.checkVisibility();

function headLine(grid: HTMLTableElement, line: number): HTMLTableRowElement | null {
  const lines = [...(grid.tHead?.rows ?? [])].filter(isSeen);
  return lines[lines.length + line] ?? null;
}

const controlsOf = (line: Element) => [...line.querySelectorAll<HTMLElement>(CONTROLS)].filter(isSeen);

/** Every control of the head: one is the tab stop, and arrow keys reach the others. */
export function headControls(grid: HTMLTableElement): HTMLElement[] {
  return [...(grid.tHead?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
}

/** The lines above the rows that can have the focus now; on a narrow screen there are no column heads. */
export function linesAbove(grid: HTMLTableElement): number {
  return [...(grid.tHead?.rows ?? [])].filter(isSeen).length;
}

/** The first and the last cell of a line. */
export function cellsOf(grid: HTMLTableElement, line: number): { first: number; last: number } {
  if (line < 0) {
    const head = headLine(grid, line);
    return { first: 0, last: Math.max(0, (head === null ? [] : controlsOf(head)).length - 1) };
  }
  const row = grid.querySelector<HTMLTableRowElement>(`[data-index="${line}"]`);
  const cells = [...(row?.cells ?? [])];
  return { first: Math.max(0, cells.findIndex(isSeen)), last: Math.max(0, cells.length - 1) };
}

/** The focusable element at a spot: a row, a cell, the box in a cell, or a control in the head. */
export function elementAt(grid: HTMLTableElement, { line, cell }: GridSpot): HTMLElement | null {
  if (line < 0) {
    const head = headLine(grid, line);
    if (head === null) return null;
    const controls = controlsOf(head);
    // From a row, the focus goes to the head of the first column, not to the box of all rows.
    const first = head === grid.tHead?.rows[0] && controls[0]?.matches('input') ? 1 : 0;
    return controls[Math.min(cell ?? first, controls.length - 1)] ?? null;
  }
  const row = grid.querySelector<HTMLTableRowElement>(`[data-index="${line}"]`);
  if (row === null || cell === null) return row;
  const at = row.cells[Math.min(cell, row.cells.length - 1)];
  return at?.querySelector<HTMLElement>(':scope > input') ?? at ?? null;
}

/** The spot of a focused or pressed element; inside a cell that is not the tab stop it is the row's spot. */
export function spotOf(target: Element): GridSpot | null {
  const row = target.closest<HTMLTableRowElement>('tr');
  const grid = row?.closest('table');
  if (!row || !grid) return null;
  const head = grid.tHead;
  if (head !== null && row.parentElement === head) {
    const cell = controlsOf(row).findIndex((control) => control.contains(target));
    const lines = [...head.rows].filter(isSeen);
    return cell < 0 ? null : { line: lines.indexOf(row) - lines.length, cell };
  }
  const line = Number(row.dataset.index);
  const of = target.matches('td > input') ? target.parentElement : target;
  const cell = [...row.cells].findIndex((each) => each === of && (each.tabIndex === 0 || of !== target));
  return { line, cell: cell < 0 ? null : cell };
}

/** Scrolls sideways until a cell is fully visible beside the pinned ones, or as much of it as there is room for. */
export function bringIntoSight(element: HTMLElement, scroller: HTMLElement): void {
  const cell = element.closest<HTMLElement>('td, th');
  if (cell === null || cell.dataset.pinned !== undefined || cell.dataset.select !== undefined) return;
  const box = cell.getBoundingClientRect();
  const left = scroller.getBoundingClientRect().left;
  const pinned = cell.parentElement?.querySelector('[data-pinned="last"]')?.getBoundingClientRect();
  const from = Math.max(left, pinned?.right ?? left);
  const beyond = box.right - (left + scroller.clientWidth);
  const before = box.left - from;
  if (before < 0) scroller.scrollLeft += before;
  else if (beyond > 0) scroller.scrollLeft += Math.min(beyond, before);
}
