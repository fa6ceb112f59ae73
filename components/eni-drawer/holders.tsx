'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemLine } from '@/components/states/problem-line';
import { Button } from '@/components/ui/button';
import { type Eni, eipsOf } from '@/lib/eni/eni';
import type { EniHolders } from '@/lib/eni/told';
import { problemOf } from '@/lib/queries/problem-of';
import { holdersQuery } from '@/lib/queries/told';

function Told({ told }: { told: EniHolders }) {
  const t = useTranslations('drawer.holders');
  const owners = useTranslations('owner');
  const { items, asked, unavailable } = told;
  return (
    <>
      {items.map(({ id, name, owner, call }) => (
        <p key={id} className="text-xs leading-[18px]">
          {owners(owner)} <code className="font-mono">{id}</code> {name !== null && <bdi>{name}</bdi>}{' '}
          <span className="text-ink-3">{t(call === 'eipNames' ? 'byEip' : 'byService')}</span>
        </p>
      ))}
      {items.length === 0 && (
        <p className="text-ink-2 text-xs">
          {asked.length === 0 ? t('off') : asked.length > unavailable.length ? t('none') : t('unknown')}
        </p>
      )}
      {unavailable.length > 0 && items.length === 0 && (
        <p className="text-ink-2 text-xs">
          {t.rich('grant', {
            action: () => (
              <code className="wrap-anywhere font-mono">
                {unavailable.map(({ action }) => action).join(', ')}
              </code>
            ),
          })}
        </p>
      )}
    </>
  );
}

/** The resource that has the ENI, if a service or the name of an EIP tells it; fetched when the reader asks. */
export function Holders({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer.holders');
  const [isAsked, setIsAsked] = useState(false);
  const { data, error, isFetching } = useQuery({ ...holdersQuery(eni), enabled: isAsked });
  const problem = problemOf(error);
  // For any other ENI there is no holder to ask about.
  const mayBeHeld =
    eni.serviceManaged !== false || eipsOf(eni).length > 0 || /^eci-/.test(eni.instanceId ?? '');
  if (!mayBeHeld) return null;
  if (data && isAsked) return <Told told={data} />;
  if (problem) return <ProblemLine problem={problem} />;
  return (
    <Button look="quiet" size="small" disabled={isFetching} onClick={() => setIsAsked(true)}>
      {t('ask')}
    </Button>
  );
}
