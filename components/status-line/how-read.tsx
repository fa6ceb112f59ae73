'use client';

import { useTranslations } from 'next-intl';
import type { Explanation } from '@/lib/eni/page';
import { costOf } from './wording';

/** How each place is read and what that costs, beside the cost of the other ways. */
export function HowRead({ explained }: { explained: readonly Explanation[] }) {
  const t = useTranslations('status.how');
  return (
    <ul className="max-h-96 overflow-auto px-3.5 py-2.5">
      {explained.map(({ account, region, others, ...way }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they only ever grow at the end, and a place may have several.
        <li key={at} className="not-first:mt-2.5">
          <p className="text-ink-3 text-xs">{t('place', { account, region })}</p>
          <p className="font-semibold">{t(`read.${way.by}`, costOf(way))}</p>
          <ul className="text-ink-2">
            {others.map((other) => (
              <li key={other.by}>{t(`other.${other.by}`, costOf(other))}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
