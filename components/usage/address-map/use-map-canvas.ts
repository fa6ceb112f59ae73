'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { centre, clampViewport, type MapLayout, reveal, type Viewport } from '@/lib/usage/map/layout';
import type { MapSource } from './map-source';
import { GUTTER, type Marks, Painter } from './painter';
import type { MapPalette } from './use-palette';

type MapCanvas = {
  canvas: RefObject<HTMLCanvasElement | null>;
  layout: MapLayout;
  source: MapSource;
  palette: MapPalette | null;
  marks: RefObject<Marks>;
};

/** More pixels than this per CSS pixel cost time and look no better. */
const MOST_SCALE = 2;

/**
 * The canvas of a map, as large as its element, and the part of the plane that it shows. Moving it asks React for
 * nothing: a frame is painted when the browser next draws.
 */
export function useMapCanvas(options: MapCanvas) {
  const { canvas, layout, source, palette, marks } = options;
  const latest = useRef(options);
  const view = useRef<Viewport>({ left: 0, top: 0, width: 0, height: 0 });
  const scale = useRef(1);
  const pending = useRef(0);
  const painter = useRef<Painter | null>(null);
  const listeners = useRef(new Set<() => void>());
  useLayoutEffect(() => {
    latest.current = options;
  });

  const paint = useCallback(() => {
    pending.current = 0;
    painter.current?.paint(view.current, marks.current);
    for (const listener of listeners.current) listener();
  }, [marks]);
  const schedule = useCallback(() => {
    pending.current ||= requestAnimationFrame(paint);
  }, [paint]);
  const show = useCallback(
    (next: Viewport) => {
      view.current = clampViewport(latest.current.layout, next);
      schedule();
    },
    [schedule],
  );

  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null || palette === null) return;
    const start = () => {
      scale.current = Math.min(MOST_SCALE, Math.max(1, Math.round(window.devicePixelRatio)));
      painter.current = new Painter(element, { layout, source, palette, scale: scale.current });
    };
    let fitted: { width: number; height: number } | null = null;
    const resize = () => {
      const { clientWidth: width, clientHeight: height } = element;
      // The observer calls once for the size that it found.
      if (fitted?.width === width && fitted.height === height) return;
      fitted = { width, height };
      start();
      element.width = width * scale.current;
      element.height = height * scale.current;
      view.current = clampViewport(layout, { ...view.current, width: Math.max(0, width - GUTTER), height });
      // At once: a canvas that was given another size is black until it is painted.
      paint();
    };
    resize();
    const size = new ResizeObserver(resize);
    size.observe(element);
    return () => size.disconnect();
  }, [canvas, layout, source, palette, paint]);

  useEffect(() => () => cancelAnimationFrame(pending.current), []);

  return useMemo(
    () => ({
      panBy: (x: number, y: number) =>
        show({ ...view.current, left: view.current.left + x, top: view.current.top + y }),
      reveal: (at: number) => show(reveal(latest.current.layout, view.current, at)),
      centre: (at: number) => show(centre(latest.current.layout, view.current, at)),
      /** The marks over the cells have changed. */
      repaint: schedule,
      view: () => view.current,
      subscribe: (listener: () => void) => {
        listeners.current.add(listener);
        return () => {
          listeners.current.delete(listener);
        };
      },
    }),
    [show, schedule],
  );
}

export type MapControl = ReturnType<typeof useMapCanvas>;
