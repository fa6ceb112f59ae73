'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyTextButton } from '@/components/ui/copy-text-button';
import { Icon } from '@/components/ui/icon';
import { leavesNothingOut } from '@/lib/eni/completeness';
import { type Eni, eniKey } from '@/lib/eni/eni';
import { countHolders, findAsked } from '@/lib/search/ask/found';
import type { Reading } from '@/lib/search/reading/merge';
import type { FilterTerm } from '@/lib/search/search';
import { HolderLine } from './holder-line';
import { MissingItems } from './missing-items';

const FoundList = dynamic(() => import('./found-list').then((file) => file.FoundList), { ssr: false });

/** Up to this many answers are shown one by one; more are shown as a list. */
const FEW = 3;

type WhoHasStripProps = {
  term: FilterTerm;
  reading: Reading;
  isReading: boolean;
  onOpen: (eni: Eni) => void;
  onStop: () => void;
};

/** The answer to "who has this?": the items found and how, the missing ones by name, and whether the search goes on. */
export function WhoHasStrip({ term, reading, isReading, onOpen, onStop }: WhoHasStripProps) {
  const t = useTranslations('whoHas');
  const [isListed, setListed] = useState(false);
  const found = useMemo(() => findAsked(term, reading.enis), [term, reading]);
  const { items, missing } = found;
  const isFew = items.length <= FEW;
  const isFinal = reading.complete && leavesNothingOut(reading);
  const isOver = reading.complete || !isReading;
  return (
    <section
      aria-label={t('label')}
      className="shrink-0 border-line border-b bg-surface px-4 py-1.5 text-ink-2 max-[720px]:px-3"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Icon name="search" />
        <p role="status">
          <b className="font-semibold text-ink">
            {t('found', { found: items.length - missing.length, count: items.length })}
          </b>
          {items.length > 1 && ` · ${t('holders', { count: countHolders(found) })}`}
          {missing.length > 0 && ` · ${t(isFinal ? 'missing' : 'missingSoFar', { count: missing.length })}`}
        </p>
        {!isOver && (
          <>
            <span className="text-ink-3">
              {missing.length > 0
                ? t('goesOn', { count: reading.scanned })
                : t('checks', { count: reading.scanned })}
            </span>
            <Button size="small" onClick={onStop}>
              {t('stop')}
            </Button>
          </>
        )}
        {isOver && missing.length > 0 && (
          <span className="text-ink-3">
            {t(isFinal ? 'searched' : 'searchedPart', {
              count: reading.scanned,
              scope: reading.scope.regions.join(', '),
            })}
          </span>
        )}
        {!isFew && (
          <Button look="quiet" size="small" aria-expanded={isListed} onClick={() => setListed(!isListed)}>
            {t('each')}
            <span className={isListed ? 'rotate-180' : ''}>
              <Icon name="down" size={12} />
            </span>
          </Button>
        )}
        {missing.length > 0 && (
          <CopyTextButton text={missing.join('\n')} size="small">
            {t('copyMissing')}
          </CopyTextButton>
        )}
      </div>
      {isFew &&
        items.map(({ value, holders }) => (
          <ul key={value} aria-label={value}>
            {holders.slice(0, FEW).map((holder) => (
              <HolderLine key={eniKey(holder.eni)} value={value} holder={holder} onOpen={onOpen} />
            ))}
            {holders.length > FEW && (
              <li className="pl-6">{t('moreHolders', { count: holders.length - FEW })}</li>
            )}
          </ul>
        ))}
      {missing.length > 0 && items.length > 1 && <MissingItems missing={missing} />}
      {isListed && <FoundList items={items} onOpen={onOpen} />}
    </section>
  );
}
