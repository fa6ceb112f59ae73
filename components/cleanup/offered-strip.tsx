'use client';

import { useTranslations } from 'next-intl';
import { keepAside } from '@/components/basket/kept-basket';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { PutAside } from '@/lib/cleanup/basket';
import type { Place } from '@/lib/eni/page';

type OfferedStripProps = {
  /** The ENIs that the link names. */
  ids: readonly string[];
  items: readonly PutAside[];
  place: Place | null;
  onDone: () => void;
};

/** A link names ENIs that someone else has put aside; they are put aside here only if the reader agrees. */
export function OfferedStrip({ ids, items, place, onDone }: OfferedStripProps) {
  const t = useTranslations('cleanup');
  const known = new Set(items.map(({ id }) => id));
  const fresh = ids.filter((id) => !known.has(id));
  if (fresh.length === 0) return null;
  return (
    <section
      aria-label={t('offered.label')}
      className="flex shrink-0 flex-wrap items-center gap-2 border-line border-y bg-accent-wash px-4 py-1.5 max-[720px]:px-3"
    >
      <Icon name="tray" />
      <p className="min-w-0 flex-1">
        {place === null
          ? t('offered.noPlace')
          : t('offered.says', { count: ids.length, fresh: fresh.length })}
      </p>
      {place !== null && (
        <Button
          size="small"
          look="main"
          onClick={() => {
            keepAside(fresh.map((id) => ({ ...place, id, status: null })));
            onDone();
          }}
        >
          {t('offered.put', { count: fresh.length })}
        </Button>
      )}
      <Button size="small" onClick={onDone}>
        {t('offered.dismiss')}
      </Button>
    </section>
  );
}
