'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Waiver } from '@/lib/findings/policy';
import type { Waived } from '@/lib/findings/waivers';
import type { PolicyControl } from './use-policy';

const isSame = (a: Waiver, b: Waiver) => JSON.stringify(a) === JSON.stringify(b);

/** The waived findings: by whom, why, until when. Waivers of this browser can be revoked. */
export function WaivedList({ waived, policy }: { waived: Waived['waived']; policy: PolicyControl }) {
  const t = useTranslations('findings');
  const takeBack = (waiver: Waiver) =>
    policy.save({ ...policy.own, waivers: policy.own.waivers.filter((each) => !isSame(each, waiver)) });
  return (
    <section aria-label={t('waivedTitle')} className="shrink-0 px-6 pb-6 max-[720px]:px-3">
      <h3 className="pb-1 font-semibold">
        {t('waivedTitle')} <span className="font-normal text-ink-3 text-xs">{waived.length}</span>
      </h3>
      <ul className="grid gap-1">
        {waived.map(({ finding, waiver }) => (
          <li
            key={finding.key}
            className="flex flex-wrap items-center gap-2 border-line border-t py-1 text-xs"
          >
            <span className="font-mono">{finding.subject.id}</span>
            <span className="font-mono text-ink-3">{finding.rule}</span>
            <bdi className="min-w-0 flex-1 text-ink-2">{waiver.reason}</bdi>
            <span className="text-ink-3">
              {waiver.expires === null ? t('forGood') : t('until', { date: waiver.expires })}
              {waiver.by !== undefined && ` · ${waiver.by}`}
            </span>
            {policy.own.waivers.some((each) => isSame(each, waiver)) ? (
              <Button
                look="quiet"
                size="small"
                aria-label={`${t('takeBack')} ${finding.subject.id}, ${finding.rule}`}
                onClick={() => takeBack(waiver)}
              >
                {t('takeBack')}
              </Button>
            ) : (
              <span className="text-ink-3">{t('byServer')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
