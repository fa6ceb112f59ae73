'use client';

import { type FocusEvent, type KeyboardEvent, type MouseEvent, useState } from 'react';
import { commandOf } from '@/components/keys/listener';
import type { CommandId } from '@/lib/keys/commands';
import type { GridSpot } from './grid-keys';
import { spotOf } from './grid-spots';
import type { useGridFocus } from './use-grid-focus';

type Options = {
  focus: Pick<ReturnType<typeof useGridFocus>, 'setSpot' | 'move' | 'focusRow' | 'noteFocus'>;
  /** Enter or a click on a row. */
  onOpen: (index: number) => void;
  /** Right or left on a row or one of its cells: shows or hides the rows of a group; returns true if it did. */
  onFold: (index: number, toOpen: boolean, cell: number | null) => boolean;
  /** A step of J or K. */
  onWalk: (index: number) => void;
  /** A press that selects a row, or all rows up to it with `isRange`; null if rows cannot be selected. */
  onSelect: ((index: number, isRange: boolean) => void) | null;
  /** Handles a row key that the grid does not handle itself; returns true if the key had an effect. */
  onCommand: ((command: CommandId, index: number) => boolean) | undefined;
};

const OPENS = 'ArrowRight';
const FOLDS: Record<string, true> = { ArrowLeft: true, [OPENS]: true };

const isModified = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) =>
  altKey || ctrlKey || metaKey || shiftKey;

/** A row, a cell, or the box in a cell; buttons within have keys of their own. */
const isOfRows = (target: Element) => target.matches('tbody :is(tr, td, td > input)');

/** The events of a grid: one listener for the keys and clicks of all its rows. */
export function useGridEvents({ focus, onOpen, onFold, onWalk, onSelect, onCommand }: Options) {
  const [hovered, setHovered] = useState(-1);
  const { setSpot, move, focusRow, noteFocus } = focus;

  const enter = (target: Element, index: number) => {
    const link = target.querySelector<HTMLElement>(':scope:is(td) a[href]');
    if (link) link.click();
    else if (target.matches('input') && onSelect) onSelect(index, false);
    else onOpen(index);
  };
  const pressOnRow = (event: KeyboardEvent, { line, cell }: GridSpot): boolean => {
    const target = event.target as Element;
    if (event.key === 'Enter' && !event.altKey && !event.ctrlKey && !event.metaKey) enter(target, line);
    else if (FOLDS[event.key] !== undefined && !isModified(event))
      return onFold(line, event.key === OPENS, cell);
    // A box handles Space by itself, as a click.
    else if (event.key === ' ' && onSelect && !target.matches('input')) onSelect(line, event.shiftKey);
    else if (onSelect && event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const next = line + (event.key === 'ArrowDown' ? 1 : -1);
      onSelect(next, true);
      focusRow(next, cell);
    } else {
      const command = commandOf(event, 'rows');
      if (command === 'select' && onSelect) onSelect(line, false);
      else return command !== null && onCommand?.(command, line) === true;
    }
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const target = event.target as Element;
    const at = isOfRows(target) ? spotOf(target) : null;
    if (at && pressOnRow(event, at)) {
      event.preventDefault();
      return;
    }
    if (event.key === 'Enter' && target.matches('thead input')) (target as HTMLElement).click();
    const moved = move(event);
    if (moved?.isWalk) onWalk(moved.to.line);
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const at = spotOf(target);
    const isText = window.getSelection()?.isCollapsed === false;
    if (!at || at.line < 0) return;
    if (onSelect && target.closest('[data-select]')) {
      setSpot(at);
      onSelect(at.line, event.shiftKey);
      return;
    }
    if (isText || target.closest('a, button')) return;
    setSpot(at);
    if (onSelect && (event.metaKey || event.ctrlKey || event.shiftKey)) onSelect(at.line, event.shiftKey);
    else onOpen(at.line);
  };
  const onMouseDown = (event: MouseEvent) => {
    // Selects a range of rows, not text.
    if (event.shiftKey && onSelect) event.preventDefault();
  };
  const point = (row: HTMLElement | null) => {
    const index = Number(row?.dataset.index ?? -1);
    if (index === hovered) return;
    // The buttons of a row vanish with the pointer; the row keeps their focus.
    const held = document.activeElement?.closest<HTMLElement>('td button, td a')?.closest<HTMLElement>('tr');
    if (held?.dataset.index === String(hovered)) held.focus({ preventScroll: true });
    setHovered(index);
  };
  const onMouseOver = (event: MouseEvent) =>
    point((event.target as Element).closest<HTMLElement>('tr[data-index]'));
  const onFocus = (event: FocusEvent) => noteFocus(event.target);
  const onMouseLeave = () => point(null);
  return { hovered, handlers: { onKeyDown, onClick, onMouseDown, onMouseOver, onMouseLeave, onFocus } };
}
