'use client';

import { useTranslations } from 'next-intl';
import type { Me } from '@/lib/eni/me';

/** What a person may see: accounts, regions, role, and by which grants. */
export function PersonScope({ me }: { me: Me }) {
  const t = useTranslations('person');
  const mark = useTranslations('mark');
  return (
    <div className="px-4 py-2.5">
      <h3 className="mb-0.5 text-ink-2 text-xs">{t('scope')}</h3>
      <dl className="grid grid-cols-[minmax(72px,auto)_minmax(0,1fr)_auto] gap-x-2.5 leading-6">
        {me.scope.map(({ account, regions, role }) => (
          <div key={account} className="contents">
            <dt className="font-medium wrap-anywhere">{account}</dt>
            <dd className="wrap-anywhere">
              {regions === null ? t('allRegions') : regions.join(mark('list'))}
            </dd>
            <dd className="text-ink-2">{t(`role.${role}`)}</dd>
          </div>
        ))}
      </dl>
      {me.grants.length > 0 && (
        <p className="text-ink-2 text-xs">
          {t('byGrants', { count: me.grants.length, grants: me.grants.join(mark('list')) })}
        </p>
      )}
    </div>
  );
}
