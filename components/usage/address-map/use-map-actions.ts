'use client';

import { type RefObject, useRef, useState } from 'react';
import { eniKey } from '@/lib/eni/eni';
import { CELL_SIZES, type CellSize, type MapLayout, nearestAt, placeOf } from '@/lib/usage/map/layout';
import { nextOf, type Selection, selectionBetween } from '@/lib/usage/map/places';
import type { UsageView } from '@/lib/views/usage';
import type { GoToProblem, MapSource } from './map-source';
import { useFocusReturn } from './use-focus-return';
import type { MapControl } from './use-map-canvas';
import { mapKeys } from './use-map-keys';
import { useMapPointer } from './use-map-pointer';

type MapActions = {
  source: MapSource;
  layout: MapLayout;
  control: MapControl;
  surface: RefObject<HTMLDivElement | null>;
  inputId: string;
  view: UsageView;
  /** The cell that the map stands at; null before anyone has chosen one. */
  place: number | null;
  move: (to: number) => void;
  /** Moves without writing to the URL, which the caller does. */
  settle: (to: number) => void;
  onView: (change: Partial<UsageView>, options?: { replace?: boolean }) => void;
};

/** What can be done on a map, by pointer, by key and by its buttons. */
export function useMapActions(options: MapActions) {
  const { source, layout, control, surface, inputId, view, place, move, settle, onView } = options;
  const [hovered, setHovered] = useState<number | null>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const anchor = useRef<number | null>(null);
  const cursor = place ?? 0;
  const noteOpened = useFocusReturn(surface, view.drawer);

  const go = (to: number | null) => {
    if (to === null) return;
    anchor.current = null;
    setSelection(null);
    move(to);
  };
  const brush = (from: number, to: number) => {
    setSelection(selectionBetween(from, to));
    move(to);
  };
  /** From where picking began, or from the address that the map stands at. */
  const extend = (to: number) => {
    anchor.current ??= cursor;
    brush(anchor.current, to);
  };
  const open = (at: number) => {
    const { eni } = source.factsAt(at);
    if (eni === null) return;
    noteOpened(eni.id);
    settle(at);
    onView({ drawer: eniKey(eni), at: source.addressAt(at) }, { replace: view.drawer !== null });
  };
  const middle = () => {
    const { left, top, width, height } = control.view();
    return nearestAt(layout, left + width / 2, top + height / 2);
  };
  const zoomBy = (steps: number, at: number | null = null) => {
    const next = CELL_SIZES[CELL_SIZES.indexOf(layout.cell as CellSize) + steps];
    if (next === undefined) return;
    const to = at ?? place ?? middle();
    settle(to);
    onView({ zoom: next, at: source.addressAt(to) }, { replace: true });
  };
  /** After the map was moved: a link must name an address that is visible. */
  const rest = () => {
    const { left, top, width, height } = control.view();
    const { x, y } = placeOf(layout, cursor);
    const isSeen = x >= left && y >= top && x < left + width && y < top + height;
    if (place === null || !isSeen) move(middle());
  };
  const goTo = (text: string): GoToProblem | null => {
    const found = source.find(text);
    if (typeof found === 'string') return found;
    // Focus first: it sends a map without an address to its first one.
    surface.current?.focus();
    go(found);
    return null;
  };
  const freeAddress = () => go(source.nextFree(cursor));
  const freeBlock = () => go(source.nextFreeBlock?.(cursor) ?? null);
  const marked = () => go(nextOf(source.marked, cursor));
  const clear = () => {
    anchor.current = null;
    setSelection(null);
  };

  const pointer = useMapPointer({
    element: surface,
    control,
    layout,
    onHover: setHovered,
    onPick: (at, isRange) => {
      if (isRange) {
        extend(at);
        return;
      }
      go(at);
      open(at);
    },
    onBrush: brush,
    onZoom: zoomBy,
    onMoved: rest,
  });
  const onKeyDown = mapKeys({
    size: source.size,
    cursor,
    onMove: go,
    onExtend: extend,
    onOpen: () => open(cursor),
    onLeave: () => {
      if (selection === null) return false;
      clear();
      return true;
    },
    commands: {
      nextFree: freeAddress,
      nextFreeBlock: freeBlock,
      nextMarked: marked,
      zoomIn: () => zoomBy(1),
      zoomOut: () => zoomBy(-1),
    },
    onGoTo: () => document.getElementById(inputId)?.focus(),
  });
  return {
    cursor,
    hovered,
    selection,
    clear,
    /** For the element that represents the map. */
    handlers: { ...pointer, onKeyDown },
    centreOn: (at: number) => {
      control.centre(at);
      rest();
    },
    /** For the buttons. */
    buttons: { freeAddress, freeBlock, marked, goTo, zoomBy },
  };
}
