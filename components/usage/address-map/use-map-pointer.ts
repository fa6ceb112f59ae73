'use client';

import { type PointerEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { cellAt, type MapLayout } from '@/lib/usage/map/layout';
import { GUTTER } from './painter';
import type { MapControl } from './use-map-canvas';

type MapPointer = {
  element: RefObject<HTMLElement | null>;
  control: MapControl;
  layout: MapLayout;
  onHover: (at: number | null) => void;
  /** A click: not the end of a drag. With Shift it picks up to here, for people who cannot drag. */
  onPick: (at: number, isRange: boolean) => void;
  /** Dragged with Shift, from one address to another. */
  onBrush: (from: number, to: number) => void;
  onZoom: (steps: number, at: number | null) => void;
  /** The map was dragged or scrolled, and has come to rest. */
  onMoved: () => void;
};

/** Further than this a press is a drag. */
const SLACK = 4;

/** After so many ms without another turn of the wheel the map has come to rest. */
const REST = 200;

/**
 * The mouse, the wheel and the finger on a map: drag and wheel pan, Shift and drag, or Shift and click, picks a range,
 * Ctrl and wheel zooms.
 */
export function useMapPointer({ element, control, layout, ...on }: MapPointer) {
  const press = useRef<{ x: number; y: number; at: number | null; isBrush: boolean; moved: boolean } | null>(
    null,
  );
  const addressUnder = (event: { clientX: number; clientY: number }): number | null => {
    const box = element.current?.getBoundingClientRect();
    if (!box) return null;
    const { left, top } = control.view();
    const x = event.clientX - box.left - GUTTER;
    return x < 0 ? null : cellAt(layout, x + left, event.clientY - box.top + top);
  };
  const latest = useRef({ addressUnder, layout, ...on });
  useLayoutEffect(() => {
    latest.current = { addressUnder, layout, ...on };
  });

  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onWheel = (event: WheelEvent) => {
      const now = latest.current;
      if (event.ctrlKey) {
        event.preventDefault();
        now.onZoom(event.deltaY < 0 ? 1 : -1, now.addressUnder(event));
        return;
      }
      const before = control.view();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const [x, y] = event.shiftKey ? [event.deltaY, event.deltaX] : [event.deltaX, event.deltaY];
      control.panBy(x * unit, y * unit);
      const after = control.view();
      // At the edge of the plane the wheel is the page's again.
      if (before.left === after.left && before.top === after.top) return;
      event.preventDefault();
      // Another address comes under the pointer with each frame: it is told when the map rests.
      now.onHover(null);
      clearTimeout(rest);
      rest = setTimeout(() => {
        latest.current.onMoved();
        latest.current.onHover(latest.current.addressUnder(event));
      }, REST);
    };
    // React listens passively, and then the page scrolls as well.
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      clearTimeout(rest);
      target.removeEventListener('wheel', onWheel);
    };
  }, [element, control]);

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const at = addressUnder(event);
      press.current = { x: event.clientX, y: event.clientY, at, isBrush: event.shiftKey, moved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const held = press.current;
      const at = addressUnder(event);
      on.onHover(held === null ? at : null);
      if (held === null) return;
      const [x, y] = [event.clientX - held.x, event.clientY - held.y];
      if (!held.moved && Math.hypot(x, y) < SLACK) return;
      held.moved = true;
      if (held.isBrush) {
        if (held.at !== null && at !== null) on.onBrush(held.at, at);
        return;
      }
      control.panBy(-x, -y);
      held.x = event.clientX;
      held.y = event.clientY;
    },
    onPointerUp: () => {
      const held = press.current;
      press.current = null;
      if (held === null) return;
      if (held.moved && !held.isBrush) on.onMoved();
      if (!held.moved && held.at !== null) on.onPick(held.at, held.isBrush);
    },
    onPointerCancel: () => {
      press.current = null;
    },
    onPointerLeave: () => on.onHover(null),
  };
}
