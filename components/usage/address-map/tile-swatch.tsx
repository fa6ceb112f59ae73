'use client';

import { memo, useLayoutEffect, useRef } from 'react';
import { type Tile, tilePixels } from '@/lib/usage/map/tiles';
import type { MapPalette } from './use-palette';

const SIZE = 14;
const SCALE = 2;

/** A cell of the map as it looks there. */
function Swatch({ tile, palette }: { tile: Tile; palette: MapPalette }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    const side = SIZE * SCALE;
    const { buffer } = tilePixels(tile, palette.pixels, side);
    context?.putImageData(new ImageData(new Uint8ClampedArray(buffer), side, side), 0, 0);
  }, [tile, palette]);
  return (
    <canvas
      ref={canvas}
      width={SIZE * SCALE}
      height={SIZE * SCALE}
      className="size-3.5 shrink-0 outline outline-line-strong"
    />
  );
}

export const TileSwatch = memo(Swatch);
