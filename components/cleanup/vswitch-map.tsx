'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ShortId } from '@/components/ui/short-id';
import { reservedRanges } from '@/lib/cleanup/effects';
import type { Effect, FreedBlocks } from '@/lib/cleanup/freed';
import { blockRows, rowsToDraw, SQUARE, squaresToDraw } from '@/lib/cleanup/picture';
import type { Place } from '@/lib/eni/page';
import { visibleText } from '@/lib/eni/visible-text';
import type { VSwitchReservation } from '@/lib/eni/vswitch';
import { routes } from '@/lib/queries/routes';
import { DEFAULT_USAGE_VIEW } from '@/lib/views/usage';
import { BlockPicture } from './block-picture';
import { CleanupLegend } from './cleanup-legend';
import { HatchPattern } from './marks';
import { SquarePicture } from './square-picture';

type VSwitchMapProps = {
  place: Place;
  effect: Effect;
  reservations: readonly VSwitchReservation[];
  isReading: boolean;
};

/** Rows of blocks that fit beside the script. */
const MOST_ROWS = 16;
/** Squares of addresses beside each other. */
const BESIDE = 2;

function Maps({ blocks, ranges }: { blocks: FreedBlocks; ranges: ReturnType<typeof reservedRanges> }) {
  const t = useTranslations('cleanup.map');
  const { map } = blocks;
  const [turn, setTurn] = useState(0);
  const all = useMemo(() => blockRows(map, ranges), [map, ranges]);
  const rows = useMemo(() => rowsToDraw(all, MOST_ROWS), [all]);
  const squares = useMemo(() => squaresToDraw(map), [map]);
  const pages = Math.ceil(squares.length / BESIDE);
  const page = pages === 0 ? 0 : turn % pages;
  const shown = squares.slice(page * BESIDE, page * BESIDE + BESIDE).sort((a, b) => a - b);
  const isAll = rows.length === all.length;
  return (
    <div className="grid grid-cols-[306px_minmax(0,1fr)] gap-5 max-[1380px]:max-[1181px]:grid-cols-1 max-[720px]:grid-cols-1 max-[720px]:gap-2">
      <div className="min-w-0">
        <p className="pb-0.5 text-ink-2 text-xs">
          {isAll ? t('blocks') : t('blocksSome', { count: rows.length, all: all.length })}
        </p>
        {rows.length === 0 ? (
          <p className="text-ink-2">{t('noBlocks')}</p>
        ) : (
          <BlockPicture rows={rows} label={t('blocksLabel', { count: blocks.prefixes + blocks.whole })} />
        )}
      </div>
      <div className="min-w-0 max-[720px]:hidden">
        <p className="flex items-center gap-2 pb-0.5 text-ink-2 text-xs">
          {shown.length < squares.length
            ? t('squares', { count: shown.length, all: squares.length })
            : t('squaresAll')}
          {pages > 1 && (
            <Button look="quiet" size="small" className="-my-1" onClick={() => setTurn(page + 1)}>
              {t('next')}
            </Button>
          )}
        </p>
        <div className="flex flex-wrap">
          {shown.map((square, at) => (
            <SquarePicture
              key={square}
              map={map}
              square={square}
              row={
                all.find(({ first }) => first >>> 8 === (map.before.first + square * SQUARE) >>> 8) ?? null
              }
              label={t('squareLabel')}
              hasAxis={at === 0}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** A drawing of one vSwitch: which addresses become free. Its twin is the table of before and after. */
export function VSwitchMap({ place, effect, reservations, isReading }: VSwitchMapProps) {
  const t = useTranslations('cleanup.map');
  const { vSwitchId, vSwitch, going, addresses, blocks } = effect;
  const ranges = useMemo(
    () => (vSwitchId === null ? [] : reservedRanges(reservations, vSwitchId)),
    [reservations, vSwitchId],
  );
  const freed = typeof blocks === 'string' ? null : blocks.prefixes + blocks.whole;
  const search = {
    accounts: [place.account],
    regions: [place.region],
    terms: vSwitchId === null ? [] : [{ key: 'vswitch' as const, negated: false, values: [vSwitchId] }],
  };
  return (
    <section aria-label={t('title')} className="min-w-0">
      <header className="flex min-h-9 flex-wrap items-center gap-x-2.5">
        <h2 className="truncate font-semibold text-lg">
          {vSwitch?.name ? (
            <bdi>{visibleText(vSwitch.name)}</bdi>
          ) : (
            <span className="font-mono text-sm">{vSwitchId === null ? '–' : <ShortId id={vSwitchId} />}</span>
          )}
        </h2>
        <span className="font-mono text-ink-2 text-xs">{vSwitch?.cidrBlock}</span>
        <span className="text-ink-2 text-xs">
          {freed === null
            ? t('says', { enis: going.length, addresses })
            : t('saysBlocks', { enis: going.length, addresses, blocks: freed })}
        </span>
        {vSwitchId !== null && (
          <Link
            href={routes.usage({ search, view: DEFAULT_USAGE_VIEW })}
            prefetch={false}
            className="ml-auto text-accent underline-offset-2 hover:underline"
          >
            {t('open')}
          </Link>
        )}
      </header>
      {typeof blocks === 'string' ? (
        <p role={isReading ? 'status' : undefined} className="py-2 text-ink-2">
          {blocks === 'unread' ? t(isReading ? 'reading' : 'unread') : t(`noMap.${blocks}`)}
        </p>
      ) : (
        <>
          <HatchPattern />
          <Maps blocks={blocks} ranges={ranges} />
          <CleanupLegend />
        </>
      )}
    </section>
  );
}
