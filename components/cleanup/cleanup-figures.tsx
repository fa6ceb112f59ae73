'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { totalOf } from '@/lib/cleanup/freed';

type FigureProps = { term: string; value: ReactNode; notes: readonly string[] };

function Figure({ term, value, notes }: FigureProps) {
  return (
    <div className="border-line px-4 py-2.5 not-first:border-l max-[720px]:border-b max-[720px]:px-3 max-[720px]:odd:border-l-0">
      <dt className="text-ink-2 text-xs">{term}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2 font-normal text-xl tabular-nums">
        {value}
        {notes.length > 0 && <span className="text-ink-2 text-xs">{notes.join(' · ')}</span>}
      </dd>
    </div>
  );
}

type CleanupFiguresProps = {
  isRead: boolean;
  /** ENIs to be released, and ENIs put aside. */
  going: number;
  aside: number;
  total: ReturnType<typeof totalOf>;
  isReadingMap: boolean;
};

/** What the script frees, in short. */
export function CleanupFigures({ isRead, going, aside, total, isReadingMap }: CleanupFiguresProps) {
  const t = useTranslations('cleanup.figures');
  const { number } = useFormatter();
  const { addresses, vSwitches, stays, blocks, unmeasured } = total;
  const blockNotes =
    blocks === null
      ? [isReadingMap ? t('blocksReading') : t('blocksUnknown', { count: unmeasured })]
      : [
          t('blocksNote', { prefixes: blocks.prefixes, whole: blocks.whole }),
          ...(blocks.inReservations > 0 ? [t('inReservations', { count: blocks.inReservations })] : []),
          ...(unmeasured > 0 ? [t('unmeasured', { count: unmeasured })] : []),
        ];
  return (
    <dl
      aria-label={t('label')}
      className="grid grid-cols-[1fr_1.35fr_1fr_1fr] border-line border-b bg-surface max-[720px]:grid-cols-2"
    >
      <Figure
        term={t('addresses')}
        value={isRead ? number(addresses) : '–'}
        notes={
          isRead
            ? [t('inVSwitches', { count: vSwitches }), ...(stays > 0 ? [t('stays', { count: stays })] : [])]
            : []
        }
      />
      <Figure
        term={t('blocks')}
        value={isRead && blocks !== null ? number(blocks.prefixes + blocks.whole) : '–'}
        notes={isRead ? blockNotes : []}
      />
      <Figure
        term={t('enis')}
        value={isRead ? number(going) : '–'}
        notes={isRead ? [t('ofAside', { count: aside })] : []}
      />
      <Figure
        term={t('eips')}
        value={isRead ? 0 : '–'}
        notes={isRead ? [t('eipsNote', { count: going })] : []}
      />
    </dl>
  );
}
