import { useTranslations } from 'next-intl';
import { columnDefinition, type TableColumn, tagKeyOf } from '@/lib/search/table/columns';
import type { Density } from '@/lib/search/view';

export type TableSkeletonProps = { columns: readonly TableColumn[]; density: Density; rows?: number };

/** Widths in percent, so that bars look like text and not like a fence. */
const BARS = [62, 48, 70, 55, 66, 44, 58, 71, 50];

/** The shape of the table before its rows arrive: the words of its head stay. */
export function TableSkeleton({ columns, density, rows = 18 }: TableSkeletonProps) {
  const t = useTranslations();
  const widths = columns.map((id) => columnDefinition(id).width);
  const tracks = widths.map((width) => `minmax(${width}px,${width}fr)`).join(' ');
  const height = density === 'relaxed' ? 'h-9' : 'h-7';
  return (
    <div aria-busy="true" className="min-h-0 flex-1 overflow-hidden bg-surface text-sm">
      <p className="sr-only">{t('states.loading')}</p>
      <div
        aria-hidden="true"
        className="grid h-[30px] items-center border-line-strong border-b bg-canvas text-ink-3 text-xs max-[720px]:hidden"
        style={{ gridTemplateColumns: tracks }}
      >
        {columns.map((id) => (
          <span key={id} className="truncate px-2 first:pl-4">
            {tagKeyOf(id) ?? t(columnDefinition(id).label as 'filter.name')}
          </span>
        ))}
      </div>
      <div aria-hidden="true" className="[mask-image:linear-gradient(to_bottom,black_30%,transparent)]">
        {Array.from({ length: rows }, (_, row) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: the bars have nothing else and never move
            key={row}
            className={`grid items-center border-line border-b max-[720px]:h-[52px] max-[720px]:grid-cols-2! ${height}`}
            style={{ gridTemplateColumns: tracks }}
          >
            {columns.map((id, at) => (
              <span key={id} className="px-2 first:pl-4 max-[720px]:nth-[n+3]:hidden">
                <span
                  className="block h-2 rounded-xs bg-line"
                  style={{ width: `${BARS[(row * 5 + at * 2) % BARS.length]}%` }}
                />
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
