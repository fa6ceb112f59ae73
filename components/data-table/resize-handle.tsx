'use client';

import { type PointerEvent, useRef } from 'react';
import { clampWidth } from './tracks';

type ResizeHandleProps = {
  /** Width in px; null is the default. */
  onResize: (width: number | null) => void;
};

/** The right edge of a header, to drag; a double click restores the default width. Keys are on the header. */
export function ResizeHandle({ onResize }: ResizeHandleProps) {
  const from = useRef<{ x: number; width: number } | null>(null);
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    const header = event.currentTarget.closest('th');
    if (!header || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: header.getBoundingClientRect().width };
  };
  const move = (event: PointerEvent) => {
    if (from.current) onResize(clampWidth(from.current.width + event.clientX - from.current.x));
  };
  const end = () => {
    from.current = null;
  };
  return (
    <span
      aria-hidden="true"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onResize(null)}
      className="-right-1 in-[th:last-child]:right-0 absolute inset-y-0 z-10 w-2 cursor-col-resize touch-none after:absolute after:inset-y-1.5 after:left-[3px] after:w-px after:bg-line-strong hover:after:inset-y-0 hover:after:w-0.5 hover:after:bg-accent"
    />
  );
}
