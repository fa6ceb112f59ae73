'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { teamTagOf } from '@/lib/answer/chain';
import type { Eni } from '@/lib/eni/eni';
import { ownerOf } from '@/lib/eni/owner';
import { visibleText } from '@/lib/eni/visible-text';

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0 border-line px-3 pt-2 pb-2.25 first:pl-0 not-first:border-l max-[720px]:nth-[3]:col-span-full max-[720px]:nth-[3]:border-t max-[720px]:nth-[3]:border-l-0 max-[720px]:nth-[3]:pl-0">
      <dt className="text-ink-3 text-xs">{term}</dt>
      <dd className="truncate">{children}</dd>
    </div>
  );
}

/** The owner of an ENI, why we think so, and the team that its tag names. */
export function OwnerFacts({ eni }: { eni: Eni }) {
  const t = useTranslations('answer');
  const owners = useTranslations('owner');
  const fields = useTranslations('drawer.field');
  const { kind, strength, evidence } = ownerOf(eni);
  const [first] = evidence;
  const team = teamTagOf(eni);
  const why = first && visibleText(first.text);
  return (
    <dl className="grid grid-cols-[1.1fr_1.7fr_1.2fr] border-line border-y max-[720px]:grid-cols-2">
      <Fact term={t('owner')}>
        <b className="font-semibold">{owners(kind)}</b>
      </Fact>
      <Fact term={t('why')}>
        {first ? (
          <span title={why}>
            {fields(first.field)} <bdi className="font-mono text-mono">{why}</bdi>
          </span>
        ) : (
          <span className="text-ink-2">{t(strength === 'none' ? 'whyNone' : 'whyManaged')}</span>
        )}
      </Fact>
      <Fact term={t('team')}>
        {team ? (
          <bdi className="font-mono text-mono">{visibleText(`${team.key}=${team.value}`)}</bdi>
        ) : (
          <span className="text-ink-3">{t('noTeam')}</span>
        )}
      </Fact>
    </dl>
  );
}
