'use client';

import { useTranslations } from 'next-intl';
import type { BlockRow, DrawnBlock } from '@/lib/cleanup/picture';
import { BLOCK_SIZE } from '@/lib/usage/claims';
import { formatIpv4 } from '@/lib/usage/ipv4';
import { Dashes, Hatch, HeavyBox, Plus } from './marks';

const PITCH = { x: 16, y: 15 } as const;
const SIZE = { width: 15, height: 14 } as const;
const LABEL = 38;
const HEAD = 16;
const LEAST = 2;

const columnOf = ({ first }: DrawnBlock) => (first >>> 4) & 15;

function BlockMark({ block, y }: { block: DrawnBlock; y: number }) {
  const t = useTranslations('cleanup.map');
  const { first, state, used, goes, mark, isReserved } = block;
  const { width, height } = SIZE;
  const x = LABEL + columnOf(block) * PITCH.x;
  const share = (count: number) =>
    count === 0 ? 0 : Math.max(LEAST, Math.round((height * count) / BLOCK_SIZE));
  const isDelegated = state === 'delegated';
  const stays = isDelegated ? 0 : share(used);
  // Addresses to be released are a cap on those that stay; a block that becomes empty shows its plus.
  const cap = mark === 'freed' ? 0 : Math.min(share(goes), height - stays);
  return (
    <g>
      <title>{t('block', { cidr: `${formatIpv4(first)}/28`, used, goes, mark: mark ?? 'none' })}</title>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        className={isDelegated ? 'fill-map-prefix' : 'fill-map-free'}
      />
      {stays > 0 && (
        <>
          <rect x={x} y={y} width={width} height={height} className="fill-map-secondary/20" />
          <rect x={x} y={y + height - stays} width={width} height={stays} className="fill-map-primary" />
        </>
      )}
      {cap > 0 && (
        <>
          <rect x={x} y={y + height - stays - cap - 1} width={width} height={1} className="fill-map-free" />
          <rect x={x} y={y + height - stays - cap} width={width} height={cap} className="fill-map-idle" />
        </>
      )}
      {isDelegated && (
        <text
          x={x + width / 2}
          y={y + 11}
          textAnchor="middle"
          className="fill-map-glyph font-semibold text-2xs"
        >
          P
        </text>
      )}
      {state === 'reserved' && <Hatch x={x} y={y} width={width} height={height} />}
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={height - 1}
        className="fill-none stroke-map-grid"
      />
      {(mark === 'freed' || (mark === 'free' && !isReserved)) && (
        <HeavyBox x={x} y={y} width={width} height={height} />
      )}
      {mark === 'freed' && <Plus x={x + width / 2} y={y + height / 2} />}
    </g>
  );
}

/** The runs of blocks of a row that lie in a reservation, as the columns of their first and last block. */
function reservedRuns(blocks: readonly DrawnBlock[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const block of blocks) {
    if (!block.isReserved) continue;
    const column = columnOf(block);
    const last = runs.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** The /28 blocks of a vSwitch, one /24 per row: what stays, what is released, and which blocks become wholly free. */
export function BlockPicture({ rows, label }: { rows: readonly BlockRow[]; label: string }) {
  const width = LABEL + 16 * PITCH.x + 2;
  const height = HEAD + rows.length * PITCH.y + 2;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="max-w-full"
    >
      {[0, 4, 8, 12].map((column) => (
        <text key={column} x={LABEL + column * PITCH.x} y={10} className="fill-ink-3 font-mono text-2xs">
          .{column * 16}
        </text>
      ))}
      {rows.map((row, at) => {
        const y = HEAD + at * PITCH.y;
        return (
          <g key={row.first}>
            <text x={LABEL - 8} y={y + 11} textAnchor="end" className="fill-ink-3 font-mono text-2xs">
              .{(row.first >>> 8) & 255}
            </text>
            {row.blocks.map((block) => (
              <BlockMark key={block.first} block={block} y={y} />
            ))}
            {reservedRuns(row.blocks).map(([from, to]) => (
              <Dashes
                key={from}
                x={LABEL + from * PITCH.x - 1}
                y={y - 1}
                width={(to - from + 1) * PITCH.x + 1}
                height={SIZE.height + 2}
              />
            ))}
          </g>
        );
      })}
    </svg>
  );
}
