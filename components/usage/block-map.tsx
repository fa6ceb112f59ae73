'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Hint } from '@/components/hints/hint';
import { BLOCK_STATES, type BlockState, blocksOf, freeBlocks, scoreBand } from '@/lib/usage/blocks';
import { BLOCK_SIZE } from '@/lib/usage/claims';
import { formatIpv4 } from '@/lib/usage/ipv4';
import type { Occupancy } from '@/lib/usage/occupancy';
import { PartialBadge } from './partial-badge';

const BLOCK = { width: 18, height: 14, gap: 2 } as const;
const COLUMNS = 16;
const LABEL = 30;
const HEAD = 16;

type Block = { first: number; x: number; y: number; state: BlockState; used: number; said: string };

/** One /28: the height of the fill is its share in use; a heavy box is wholly free, P a delegated prefix. */
function BlockMark({ x, y, state, used, said }: Block) {
  const { width, height } = BLOCK;
  const filled = Math.round((used / BLOCK_SIZE) * height);
  const isDelegated = state === 'delegated';
  const ground = isDelegated
    ? 'fill-map-prefix'
    : state === 'reserved'
      ? 'fill-map-reserved/50'
      : used > 0
        ? 'fill-map-secondary/25'
        : 'fill-map-free';
  return (
    <g>
      <title>{said}</title>
      <rect x={x} y={y} width={width} height={height} className={ground} />
      {!isDelegated && filled > 0 && (
        <rect x={x} y={y + height - filled} width={width} height={filled} className="fill-map-primary" />
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
      {state === 'free' && (
        <rect
          x={x + 1}
          y={y + 1}
          width={width - 2}
          height={height - 2}
          className="fill-none stroke-2 stroke-ink"
        />
      )}
    </g>
  );
}

type BlockMapProps = { occupancy: Occupancy; score: number | null; isPartial: boolean };

/** The /28 blocks of a vSwitch in reading order, a /24 a row. Its twin is the table. */
export function BlockMap({ occupancy, score, isPartial }: BlockMapProps) {
  const t = useTranslations('usage');
  const { number } = useFormatter();
  const blocks = useMemo(() => blocksOf(occupancy), [occupancy]);
  const count = blocks.states.length;
  const firstRow = occupancy.first >>> 8;
  const rows = count === 0 ? 0 : ((occupancy.first + occupancy.size - 1) >>> 8) - firstRow + 1;
  const octets = Array.from({ length: rows }, (_, row) => (firstRow + row) & 255);
  const drawn = useMemo(
    () =>
      Array.from({ length: count }, (_, at): Block => {
        const first = occupancy.first + at * BLOCK_SIZE;
        const state = BLOCK_STATES[blocks.states[at] ?? 0] ?? 'free';
        const used = blocks.used[at] ?? 0;
        const column = (first >>> 4) & 15;
        const cidr = `${formatIpv4(first)}/28`;
        return {
          first,
          x: LABEL + column * (BLOCK.width + BLOCK.gap),
          y: HEAD + ((first >>> 8) - firstRow) * (BLOCK.height + BLOCK.gap),
          state,
          used,
          said: t('block', { cidr, used, state: t(`blockState.${state}`) }),
        };
      }),
    [blocks, count, occupancy.first, firstRow, t],
  );
  if (count === 0) return <p className="py-2 text-ink-3 text-xs">{t('noBlocks')}</p>;
  const width = LABEL + COLUMNS * (BLOCK.width + BLOCK.gap);
  const height = HEAD + rows * (BLOCK.height + BLOCK.gap);
  return (
    <div className="flex min-h-0 flex-col">
      <h3 className="flex h-8 shrink-0 items-center gap-2 font-semibold">
        {t('blocks')}
        {isPartial && <PartialBadge />}
        {score !== null && (
          <Hint id="score" isWord>
            {(describedBy) => (
              <button
                type="button"
                aria-describedby={describedBy}
                className="cursor-pointer rounded-sm font-normal text-ink-3 text-xs underline decoration-line-strong decoration-dotted underline-offset-3 hover:text-ink"
              >
                {t('score', { score, band: t(`band.${scoreBand(score)}`) })}
              </button>
            )}
          </Hint>
        )}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section tabIndex={0} aria-label={t('blocks')} className="min-h-0 flex-1 overflow-auto pr-1">
        <svg
          role="img"
          aria-label={t('mapLabel', { count: number(count), free: number(freeBlocks(blocks)) })}
          width={width}
          height={height}
        >
          {[0, 4, 8, 12].map((column) => (
            <text
              key={column}
              x={LABEL + column * (BLOCK.width + BLOCK.gap)}
              y={11}
              className="fill-ink-3 font-mono text-2xs"
            >
              .{column * 16}
            </text>
          ))}
          {octets.map((octet, row) => (
            <text
              key={octet}
              x={LABEL - 6}
              y={HEAD + row * (BLOCK.height + BLOCK.gap) + 11}
              textAnchor="end"
              className="fill-ink-3 font-mono text-2xs"
            >
              .{octet}
            </text>
          ))}
          {drawn.map((block) => (
            <BlockMark key={block.first} {...block} />
          ))}
        </svg>
      </section>
    </div>
  );
}
