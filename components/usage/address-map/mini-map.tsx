'use client';

import { type PointerEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { cellAt, layoutOf, type MapLayout, placeOf } from '@/lib/usage/map/layout';
import type { Picture } from '@/lib/usage/map/picture';
import { drawFrame } from '@/lib/usage/map/raster';
import { atlasOf } from '@/lib/usage/map/tiles';
import type { MapControl } from './use-map-canvas';
import type { MapPalette } from './use-palette';
import { useViewport } from './use-viewport';

/** The size of its cells: a /16 fits in 272 pixels, a /20 in a strip of 48. */
export function miniCell(size: number): number {
  return size > 16_384 ? 1 : size > 4096 ? 2 : 3;
}

type MiniMapProps = {
  picture: Picture;
  palette: MapPalette;
  /** The map that this is the whole of. */
  layout: MapLayout;
  control: MapControl;
  onGo: (at: number) => void;
};

const nearest = (value: number, most: number) => Math.min(most, Math.max(0, value));

/** All of a vSwitch in small, with a frame around the visible part. A press or a drag takes the map there. */
export function MiniMap({ picture, palette, layout, control, onGo }: MiniMapProps) {
  const view = useViewport(control);
  const canvas = useRef<HTMLCanvasElement>(null);
  const cell = miniCell(layout.size);
  const small = useMemo(() => layoutOf(layout.size, cell), [layout.size, cell]);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context) return;
    const { width, height } = small;
    const image = context.createImageData(width, height);
    const atlas = atlasOf(picture.tiles, palette.pixels, cell);
    const background = palette.pixels['map-grid'];
    drawFrame(
      { layout: small, kinds: picture.kinds, atlas, background },
      { pixels: new Uint32Array(image.data.buffer), width, height },
      { left: 0, top: 0, width, height },
    );
    context.putImageData(image, 0, 0);
  }, [small, cell, picture, palette]);

  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = nearest(event.clientX - box.left, small.width - 1);
    const y = nearest(event.clientY - box.top, small.height - 1);
    const at = cellAt(small, x, y) ?? cellAt(small, x - cell, y - cell);
    if (at !== null) onGo(at);
  };
  const toSmall = (point: number, pitch: number, smallPitch: number) => (point / pitch) * smallPitch;
  const origin = placeOf(small, 0);
  const frame = {
    left: nearest(toSmall(view.left, layout.pitchX, small.pitchX) + origin.x, small.width),
    top: nearest(toSmall(view.top, layout.pitchY, small.pitchY) + origin.y, small.height),
    right: nearest(toSmall(view.left + view.width, layout.pitchX, small.pitchX), small.width),
    bottom: nearest(toSmall(view.top + view.height, layout.pitchY, small.pitchY), small.height),
  };
  return (
    // The grid beside it offers the same by keyboard.
    <div
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
      className="relative w-fit shrink-0 cursor-crosshair touch-none"
    >
      <canvas
        ref={canvas}
        width={small.width}
        height={small.height}
        className="block outline outline-line-strong"
      />
      <span
        className="pointer-events-none absolute border-2 border-ink"
        style={{
          left: frame.left - 2,
          top: frame.top - 2,
          width: Math.max(6, frame.right - frame.left + 4),
          height: Math.max(6, frame.bottom - frame.top + 4),
        }}
      />
    </div>
  );
}
