'use client';

import { useTranslations } from 'next-intl';
import { usePrinting } from '@/components/ui/use-printing';

/** Rows of a kind shown at first, and how many each press adds. */
export const FIRST_ROWS = 5;
export const MORE_ROWS = 100;

type ShowMoreProps = { shown: number; all: number; onMore: () => void };

/** Shows more rows of a kind; renders nothing if all are shown. */
export function ShowMore({ shown, all, onMore }: ShowMoreProps) {
  const t = useTranslations('compare');
  const paper = useTranslations('paper');
  const isPrinting = usePrinting();
  const left = all - shown;
  if (left <= 0) return null;
  return (
    <tr className="max-[720px]:block">
      <td
        colSpan={4}
        className="h-6.5 border-line border-b pl-5 text-xs max-[720px]:block max-[720px]:h-auto max-[720px]:py-1.5 max-[720px]:pl-0"
      >
        {isPrinting && <strong>{paper('cut', { shown, left })}</strong>}
        <button
          type="button"
          onClick={onMore}
          className="cursor-pointer text-accent hover:underline print:hidden"
        >
          {t('showMore', { count: Math.min(left, MORE_ROWS) })}
        </button>
        {left > MORE_ROWS && (
          <span className="ml-2 text-ink-3 print:hidden">{t('leftToShow', { count: all })}</span>
        )}
      </td>
    </tr>
  );
}
