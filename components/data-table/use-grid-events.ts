'use client';

import { type FocusEvent, type KeyboardEvent, type MouseEvent, useState } from 'react';
import { commandOf } from '@/components/keys/listener';
import type { CommandId } from '@/lib/keys/commands';
import type { useGridFocus } from './use-grid-focus';

type Options = {
  focus: Pick<ReturnType<typeof useGridFocus>, 'setSpot' | 'move' | 'focusRow' | 'spotOf'>;
  /** Enter or a click on a row. */
  onOpen: (index: number) => void;
  /** Right or left: shows the rows of a group or hides them; true where rows are in groups. */
  onFold: (index: number, toOpen: boolean) => boolean;
  /** A step of J or K. */
  onWalk: (index: number) => void;
  /** A press that selects a row, up to it with `isRange`; null where rows cannot be selected. */
  onSelect: ((index: number, isRange: boolean) => void) | null;
  /** A key of the rows that is not the grid's own; true where it was of use. */
  onCommand: ((command: CommandId, index: number) => boolean) | undefined;
};

const OPENS = 'ArrowRight';
const FOLDS: Record<string, true> = { ArrowLeft: true, [OPENS]: true };

const isModified = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) =>
  altKey || ctrlKey || metaKey || shiftKey;

/** What a grid hears: keys and clicks of its rows, once for all of them. */
export function useGridEvents({ focus, onOpen, onFold, onWalk, onSelect, onCommand }: Options) {
  const [hovered, setHovered] = useState(-1);
  const { setSpot, move, focusRow, spotOf } = focus;

  const pressOnRow = (event: KeyboardEvent, index: number): boolean => {
    if (event.key === 'Enter' && !event.altKey && !event.ctrlKey && !event.metaKey) onOpen(index);
    else if (FOLDS[event.key] !== undefined && !isModified(event)) return onFold(index, event.key === OPENS);
    else if (event.key === ' ' && onSelect) onSelect(index, event.shiftKey);
    else if (onSelect && event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const next = index + (event.key === 'ArrowDown' ? 1 : -1);
      onSelect(next, true);
      focusRow(next);
    } else {
      const command = commandOf(event, 'rows');
      if (command === 'select' && onSelect) onSelect(index, false);
      else return command !== null && onCommand?.(command, index) === true;
    }
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = (event.target as HTMLElement).dataset.index;
    if (index !== undefined && pressOnRow(event, Number(index))) {
      event.preventDefault();
      return;
    }
    const moved = move(event);
    if (moved?.isWalk && 'row' in moved.to) onWalk(moved.to.row);
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const at = spotOf(target);
    const isText = window.getSelection()?.isCollapsed === false;
    if (!at || 'header' in at) return;
    if (onSelect && target.closest('[data-select]')) {
      setSpot(at);
      onSelect(at.row, event.shiftKey);
      return;
    }
    if (isText || target.closest('a, button')) return;
    setSpot(at);
    if (onSelect && (event.metaKey || event.ctrlKey || event.shiftKey)) onSelect(at.row, event.shiftKey);
    else onOpen(at.row);
  };
  const onMouseDown = (event: MouseEvent) => {
    // A range is picked, not text.
    if (event.shiftKey && onSelect) event.preventDefault();
  };
  const onMouseOver = (event: MouseEvent) => {
    const at = spotOf(event.target as Element);
    setHovered(at && 'row' in at ? at.row : -1);
  };
  const onFocus = (event: FocusEvent) => {
    const at = spotOf(event.target);
    if (at) setSpot((spot) => (JSON.stringify(spot) === JSON.stringify(at) ? spot : at));
  };
  const onMouseLeave = () => setHovered(-1);
  return { hovered, handlers: { onKeyDown, onClick, onMouseDown, onMouseOver, onMouseLeave, onFocus } };
}
