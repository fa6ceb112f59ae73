'use client';

import { useTranslations } from 'next-intl';
import { useLayoutEffect, useRef } from 'react';
import { formatIpv4 } from '@/lib/usage/ipv4';
import { layoutOf } from '@/lib/usage/map/layout';
import { drawFrame } from '@/lib/usage/map/raster';
import { FIXED_TILES } from '@/lib/usage/map/tile-set';
import { atlasOf } from '@/lib/usage/map/tiles';
import type { ObservedSquare } from '@/lib/usage/observed';
import type { MapPalette } from '../address-map/use-palette';

const CELL = 8;
const SCALE = 2;
const SQUARE = 256;
const SIDE = 16 * CELL;

/** A /24 in which addresses were seen; its outline is dashed, as its edges are not those of the vSwitch. */
export function ObservedSquareMap({ square, palette }: { square: ObservedSquare; palette: MapPalette }) {
  const t = useTranslations('usage');
  const canvas = useRef<HTMLCanvasElement>(null);
  const cidr = `${formatIpv4(square.first)}/24`;
  const seen = square.owners.reduce((count, owner) => (owner >= 0 ? count + 1 : count), 0);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context) return;
    const cell = CELL * SCALE;
    const side = SIDE * SCALE;
    const image = context.createImageData(side, side);
    const atlas = atlasOf(FIXED_TILES, palette.pixels, cell);
    drawFrame(
      {
        // Without a caption, which stands beside it as text.
        layout: { ...layoutOf(SQUARE, cell), caption: 0 },
        kinds: square.states,
        atlas,
        background: palette.pixels.surface,
      },
      { pixels: new Uint32Array(image.data.buffer), width: side, height: side },
      { left: 0, top: 0, width: side, height: side },
    );
    context.putImageData(image, 0, 0);
  }, [square, palette]);
  return (
    <figure>
      <figcaption className="font-mono text-ink-3 text-xs">{cidr}</figcaption>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('observedSquare', { cidr, count: seen })}
        width={SIDE * SCALE}
        height={SIDE * SCALE}
        style={{ width: SIDE, height: SIDE }}
        className="outline-1 outline-field outline-dashed"
      />
    </figure>
  );
}
