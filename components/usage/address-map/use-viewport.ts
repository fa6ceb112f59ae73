'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { MapLayout, Viewport } from '@/lib/usage/map/layout';
import type { MapControl } from './use-map-canvas';

const NOWHERE: Viewport = { left: 0, top: 0, width: 0, height: 0 };

/** The part of the plane that a map shows, frame by frame: for small parts of the page only. */
export function useViewport(control: MapControl): Viewport {
  return useSyncExternalStore(control.subscribe, control.view, () => NOWHERE);
}

/** Whether a map shows all of its plane. */
export function useIsWhole(control: MapControl, layout: MapLayout): boolean {
  const read = useCallback(() => {
    const { width, height } = control.view();
    return layout.width <= width && layout.height <= height;
  }, [control, layout]);
  return useSyncExternalStore(control.subscribe, read, () => true);
}
