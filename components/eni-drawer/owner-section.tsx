'use client';

import { useTranslations } from 'next-intl';
import type { Eni } from '@/lib/eni/eni';
import { ownerOf } from '@/lib/eni/owner';
import { visibleText } from '@/lib/eni/visible-text';
import { DrawerSection } from './drawer-section';
import { Holders } from './holders';

/** The owner of the ENI and why we think so. */
export function OwnerSection({ eni }: { eni: Eni }) {
  const t = useTranslations('drawer');
  const names = useTranslations('owner');
  const { kind, strength, evidence } = ownerOf(eni);
  return (
    <DrawerSection title={t('owner')}>
      <p className="flex min-h-[22px] items-center gap-2">
        <b className="font-semibold">{names(kind)}</b>
        {strength !== 'none' && (
          <span
            className={`rounded-xs border px-[5px] text-2xs ${strength === 'strong' ? 'border-accent-line bg-accent-wash text-accent' : 'border-line-strong text-ink-2'}`}
          >
            {t(strength)}
          </span>
        )}
      </p>
      <p className="text-ink-2 text-xs leading-[18px]">
        {strength === 'none' ? t('whyNone') : t('why')}{' '}
        {strength !== 'none' && evidence.length === 0 && t('whyManaged')}
        {evidence.map(({ field, text }, at) => (
          <span key={`${field} ${text}`}>
            {at > 0 && ' · '}
            {t(`field.${field}`)} <bdi className="wrap-anywhere font-mono">{visibleText(text)}</bdi>
          </span>
        ))}
      </p>
      <Holders eni={eni} />
    </DrawerSection>
  );
}
