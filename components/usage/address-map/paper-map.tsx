'use client';

import { useLayoutEffect, useMemo, useRef } from 'react';
import type { MapLayout, Viewport } from '@/lib/usage/map/layout';
import { paperPlan } from '@/lib/usage/map/paper';
import type { MapSource } from './map-source';
import { GUTTER, Painter } from './painter';
import type { MapPalette } from './use-palette';

/** Printers have more pixels than screens. */
const SCALE = 3;

const NO_MARKS = { cursor: null, hovered: null, selection: null };

type PaperMapProps = { source: MapSource; label: string; palette: MapPalette };

function Piece({
  view,
  layout,
  source,
  label,
  palette,
}: PaperMapProps & { view: Viewport; layout: MapLayout }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    new Painter(canvas.current, { layout, source, palette, scale: SCALE }).paint(view, NO_MARKS);
  }, [view, layout, source, palette]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={(view.width + GUTTER) * SCALE}
      height={view.height * SCALE}
      style={{ width: view.width + GUTTER }}
      className="block break-inside-avoid pb-1 font-mono"
    />
  );
}

/** Every address of a vSwitch on paper, its cells as large as they can be there. */
export function PaperMap(props: PaperMapProps) {
  const { size } = props.source;
  const { layout, pieces } = useMemo(() => paperPlan(size), [size]);
  return pieces.map((view) => (
    <Piece key={`${view.left} ${view.top}`} view={view} layout={layout} {...props} />
  ));
}
