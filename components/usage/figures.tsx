'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RESERVED_COUNT } from '@/lib/eni/vswitch';
import type { Measures } from '@/lib/usage/measure';
import { percentOf } from '@/lib/usage/pressure';

type FigureProps = { term: string; value: ReactNode; note: string; isTight?: boolean };

function Figure({ term, value, note, isTight = false }: FigureProps) {
  return (
    <div
      className={`min-w-0 border-line px-3 py-1.5 not-first:border-l max-[900px]:not-first:border-l-0 max-[900px]:nth-[n+3]:border-t max-[900px]:even:border-l max-[900px]:last:col-span-2 ${isTight ? 'bg-warn-wash' : ''}`}
    >
      <dt className={`text-xs ${isTight ? 'text-ink-2' : 'text-ink-3'}`}>{term}</dt>
      <dd
        className={`flex items-baseline gap-x-1.5 whitespace-nowrap font-medium text-xl max-[900px]:flex-wrap ${isTight ? 'text-warn' : ''}`}
      >
        {value} <span className="font-normal text-ink-2 text-xs max-[900px]:whitespace-normal">{note}</span>
      </dd>
    </div>
  );
}

/** Below one in ten, whole free blocks count as few. */
const FEW = 0.1;

/** The numbers of a vSwitch, each with what it counts. */
export function Figures({ measures }: { measures: Measures }) {
  const t = useTranslations('usage');
  const { number } = useFormatter();
  const { usable, used, counter, free, freeBlocks, mostBlocks, inReservations, dark, named, isBehind } =
    measures;
  // A prefix must lie in a reservation, so free blocks inside and outside of reservations are two numbers.
  const outside = { free: freeBlocks - inReservations.free, most: mostBlocks - inReservations.all };
  const share = (part: number) => percentOf(Math.min(1, part / usable));
  const darkNote = isBehind
    ? t('darkBehind', { count: counter ?? 0 })
    : dark === null
      ? t('darkUnknown')
      : named > 0
        ? t('darkNamed', { named })
        : t('darkNote');
  return (
    <dl className="mx-5 grid shrink-0 grid-cols-[1.2fr_.8fr_1fr_1fr_1.3fr] overflow-hidden rounded-md border border-line max-[900px]:grid-cols-2 max-[720px]:mx-3">
      <Figure term={t('used')} value={number(used)} note={t('ofUsable', { usable, share: share(used) })} />
      <Figure term={t('reserved')} value={RESERVED_COUNT} note={t('reservedNote')} />
      <Figure term={t('dark')} value={dark === null ? '–' : number(dark)} note={darkNote} />
      <Figure term={t('freeAddresses')} value={number(free)} note={t('shareNote', { share: share(free) })} />
      <Figure
        term={t('freeBlocks')}
        value={number(outside.free)}
        note={
          inReservations.all > 0
            ? t('ofBlocksAndReserved', { most: outside.most, reserved: inReservations.free })
            : t('ofBlocks', { most: mostBlocks })
        }
        isTight={mostBlocks > 0 && outside.free < outside.most * FEW}
      />
    </dl>
  );
}
