'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { CompareBy } from '@/lib/compare/compare-by';
import { type Comparison, summaryOf } from '@/lib/compare/comparison';
import { ByChoice } from './by-choice';
import { useCoverShort } from './cover-words';
import type { CompareSide } from './use-compare-side';

type CompareStatusProps = {
  here: CompareSide;
  there: CompareSide;
  by: CompareBy;
  comparison: Comparison | null;
  /** The comparison covers all rows read so far. */
  isCurrent: boolean;
  /** Both sides can be read and compared this way. */
  isReading: boolean;
  onBy: (by: CompareBy) => void;
};

/** How many items differ, what that rests on, and what is compared. */
export function CompareStatus(props: CompareStatusProps) {
  const { here, there, by, comparison, isCurrent, onBy } = props;
  const t = useTranslations('compare');
  const mark = useTranslations('mark');
  const short = useCoverShort();
  const summary = comparison && summaryOf(comparison);
  const parts = (['here', 'there'] as const).flatMap((name) => {
    const cover = short(name === 'here' ? here : there);
    return cover === null ? [] : [t(`inPart.${name}`, { cover })];
  });
  const scans = [here, there].flatMap((now) => (now.choice.kind === 'search' ? now.scan : []));
  const isReading = [here, there].some(({ cover }) => cover === 'reading');
  const isStopped = [here, there].some(({ cover }) => cover === 'stopped');
  const said = () => {
    if (summary === null || comparison === null) {
      if (!props.isReading) return t('cannot');
      return isStopped && !isReading ? t('halted') : t('reading');
    }
    const { different, same, untold, several } = summary;
    if (different + same + untold + several === 0) return t('empty');
    if (different === 0 && untold === 0 && several === 0) return t('nothing', { count: same });
    if (different + same + several === 0) return t('untold', { count: untold });
    if (comparison.by === 'eni') return t('enisDiffer', { count: different, same });
    if (comparison.by === 'name') return t('namesDiffer', { count: different, same });
    return t('valuesDiffer', { count: different, all: different + same + untold });
  };
  const text = said();
  const all = summary === null ? 0 : summary.different + summary.same + summary.untold + summary.several;
  // A comparison made before the last rows arrived does not yet describe both sides.
  const certain = isCurrent ? t('bothWhole') : t('comparing');
  const cover = summary === null ? null : parts.length > 0 ? parts.join(mark('list')) : certain;
  const isWhole = parts.length === 0 && isCurrent;
  return (
    <section
      aria-label={t('status')}
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b bg-surface px-4 py-1 text-ink-2 max-[720px]:px-3"
    >
      <p role="status" className="flex flex-wrap items-center gap-x-2">
        {isWhole && (
          <span className="max-[720px]:hidden">
            <Icon name="check" size={12} />
          </span>
        )}
        <b className="font-semibold text-ink">{text}</b>
        {summary !== null && summary.untold > 0 && summary.untold < all && (
          <>
            <span aria-hidden="true">·</span>
            <span>{t('untold', { count: summary.untold })}</span>
          </>
        )}
        {summary !== null && summary.several > 0 && (
          <>
            <span aria-hidden="true">·</span>
            <span>{t('severalSay', { count: summary.several })}</span>
          </>
        )}
        {cover !== null && (
          <>
            <span aria-hidden="true">·</span>
            <span>{cover}</span>
          </>
        )}
      </p>
      {isReading && (
        <Button
          size="small"
          onClick={() => {
            for (const scan of scans) if (!scan.reading.complete) scan.cancel();
          }}
        >
          {t('stop')}
        </Button>
      )}
      {!isReading && isStopped && (
        <Button
          size="small"
          onClick={() => {
            for (const scan of scans) {
              if (scan.reading.complete) continue;
              // Stopped before anything came, its first page must be requested again.
              if (scan.reading.asOf === null) scan.retry();
              scan.loadAll();
            }
          }}
        >
          {t('readOn')}
        </Button>
      )}
      <span className="ml-auto flex min-w-0 items-center gap-2 max-[720px]:ml-0 max-[720px]:w-full">
        <ByChoice by={by} sides={[here.side, there.side]} onBy={onBy} />
      </span>
    </section>
  );
}
