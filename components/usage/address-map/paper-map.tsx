'use client';

import { useLayoutEffect, useMemo, useRef } from 'react';
import { CELL_SIZES, layoutOf } from '@/lib/usage/map/layout';
import type { MapSource } from './map-source';
import { GUTTER, Painter } from './painter';
import type { MapPalette } from './use-palette';

/** What fits an upright sheet of A4 below a line of text, in pixels. */
const SHEET = { width: 720, height: 900 };

/** Printers have more than twice the pixels of a screen. */
const SCALE = 3;

const NO_MARKS = { cursor: null, hovered: null, selection: null };

type PaperMapProps = { source: MapSource; label: string; palette: MapPalette };

/** Every address of a vSwitch on one sheet, its cells as large as they can be there. */
export function PaperMap({ source, label, palette }: PaperMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const layout = useMemo(() => {
    const plans = CELL_SIZES.map((cell) => layoutOf(source.size, cell));
    const fits = plans.filter(({ width, height }) => width + GUTTER <= SHEET.width && height <= SHEET.height);
    return fits.at(-1) ?? layoutOf(source.size, CELL_SIZES[0]);
  }, [source.size]);
  const { width, height } = layout;
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    const painter = new Painter(canvas.current, { layout, source, palette, scale: SCALE });
    painter.paint({ left: 0, top: 0, width, height }, NO_MARKS);
  }, [layout, source, palette, width, height]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={(width + GUTTER) * SCALE}
      height={height * SCALE}
      style={{ width: width + GUTTER }}
      className="block break-inside-avoid font-mono"
    />
  );
}
