'use client';

import { useTranslations } from 'next-intl';
import type { Eni } from '@/lib/eni/eni';
import { visibleText } from '@/lib/eni/visible-text';
import { DrawerSection } from './drawer-section';

/** Fields of the API that this version does not know, under their own names. */
export function OtherSection({ other }: { other: Eni['other'] }) {
  const t = useTranslations('drawer');
  const mark = useTranslations('mark');
  const fields = Object.entries(other);
  if (fields.length === 0) return null;
  return (
    <DrawerSection title={t('other')} note={fields.length}>
      <dl className="font-mono text-xs leading-[22px]">
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt className="inline text-ink-3">{visibleText(name) + mark('colon')}</dt>
            <dd className="inline break-all">{visibleText(JSON.stringify(value) ?? '')}</dd>
          </div>
        ))}
      </dl>
    </DrawerSection>
  );
}
