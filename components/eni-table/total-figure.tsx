'use client';

import { useFormatter } from 'next-intl';

/** A total; if only a part is known it is a minimum, and marked as such. Screen readers get it in words beside it. */
export function TotalFigure({ count, isPart }: { count: number; isPart: boolean }) {
  const { number } = useFormatter();
  if (count === 0 && !isPart) return <span className="text-ink-3">–</span>;
  return (
    <span className={count === 0 ? 'text-ink-3' : ''}>
      {isPart && <span className="text-ink-3">≥</span>}
      {number(count)}
    </span>
  );
}
