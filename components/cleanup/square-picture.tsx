'use client';

import { useMemo } from 'react';
import type { FreedMap } from '@/lib/cleanup/freed';
import { addressesIn, type BlockRow, type DrawnAddress, SQUARE } from '@/lib/cleanup/picture';
import { formatIpv4 } from '@/lib/usage/ipv4';
import { Hatch, HeavyBox, Plus, Ring } from './marks';

const PITCH = 13;
const LABEL = 30;
/** Right of the cells, for the plus of a block. */
const MARGIN = 14;
const HEAD = 16;
const ACROSS = 16;

/** How a state looks: its fill, and the glyph that says the same without colour. */
function AddressMark({ address, x, y }: { address: DrawnAddress; x: number; y: number }) {
  const { state, goes } = address;
  const size = PITCH - 1;
  const box = { x, y, width: size, height: size };
  switch (state) {
    case 'free':
      return null;
    case 'reserved':
      return <Hatch {...box} />;
    case 'idle':
      return <Ring x={x} y={y} size={size} isStruck={goes} />;
    case 'primary':
      return (
        <>
          <rect {...box} className="fill-map-primary" />
          <path d={`M${x} ${y}h${size * 0.44}L${x} ${y + size * 0.44}z`} className="fill-map-glyph-inv" />
        </>
      );
    case 'secondary':
      return (
        <>
          <rect {...box} className="fill-map-secondary" />
          <path d={`M${x + 2} ${y + size / 2}h${size - 4}`} className="stroke-map-glyph" />
        </>
      );
    case 'prefix':
      return <rect {...box} width={PITCH} className="fill-map-prefix" />;
    case 'conflict':
      return (
        <>
          <rect {...box} className="fill-danger" />
          <path
            d={`M${x + 3} ${y + 3}l${size - 6} ${size - 6}m0 ${6 - size}l${6 - size} ${size - 6}`}
            className="stroke-surface stroke-2"
          />
        </>
      );
    case 'other':
      return <rect {...box} className="fill-map-grid" />;
  }
}

type SquarePictureProps = {
  map: FreedMap;
  square: number;
  row: BlockRow | null;
  label: string;
  hasAxis: boolean;
};

/** A /24 of a vSwitch, address by address, 16 per row, so that each row is a /28. */
export function SquarePicture({ map, square, row, label, hasAxis }: SquarePictureProps) {
  const size = Math.min(SQUARE, map.before.size);
  const rows = Math.ceil(size / ACROSS);
  const across = Math.min(ACROSS, size);
  const addresses = useMemo(() => addressesIn(map, square), [map, square]);
  const left = hasAxis ? LABEL : 2;
  const [width, height] = [left + across * PITCH + MARGIN, HEAD + rows * PITCH + 2];
  const labelled = Array.from({ length: Math.ceil(rows / 2) }, (_, at) => at * 2);
  const grid = [
    ...Array.from({ length: across + 1 }, (_, at) => `M${left + at * PITCH + 0.5} ${HEAD}v${rows * PITCH}`),
    ...Array.from({ length: rows + 1 }, (_, at) => `M${left} ${HEAD + at * PITCH + 0.5}h${across * PITCH}`),
  ].join('');
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <text x={left} y={10} className="fill-ink-2 font-mono text-2xs">
        {formatIpv4(map.before.first + square * SQUARE)}/{size < SQUARE ? map.before.prefix : 24}
      </text>
      <rect x={left} y={HEAD} width={across * PITCH} height={rows * PITCH} className="fill-map-free" />
      <path d={grid} className="stroke-map-grid" />
      {addresses.map((address) => (
        <AddressMark
          key={address.at}
          address={address}
          x={left + (address.at % ACROSS) * PITCH + 1}
          y={HEAD + Math.floor(address.at / ACROSS) * PITCH + 1}
        />
      ))}
      {hasAxis &&
        labelled.map((at) => (
          <text
            key={at}
            x={left - 6}
            y={HEAD + at * PITCH + 10}
            textAnchor="end"
            className="fill-ink-3 font-mono text-2xs"
          >
            .{(map.before.first + square * SQUARE + at * ACROSS) & 255}
          </text>
        ))}
      {row?.blocks.map(({ first, state, mark, isReserved }) => {
        const at = ((first - map.before.first) % SQUARE) / ACROSS;
        const box = { x: left, y: HEAD + at * PITCH, width: across * PITCH + 1, height: PITCH + 1 };
        return (
          <g key={first}>
            {state === 'delegated' && (
              <text x={left + 3.5} y={box.y + 10.5} className="fill-map-glyph font-semibold text-2xs">
                P
              </text>
            )}
            {(mark === 'freed' || (mark === 'free' && !isReserved)) && <HeavyBox {...box} />}
            {mark === 'freed' && <Plus x={left + across * PITCH + 7} y={box.y + PITCH / 2} size={4} />}
          </g>
        );
      })}
      <rect
        x={left + 0.5}
        y={HEAD + 0.5}
        width={across * PITCH}
        height={rows * PITCH}
        className="fill-none stroke-map-outline"
      />
    </svg>
  );
}
