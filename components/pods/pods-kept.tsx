'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ClockTime } from '@/components/ui/clock-time';
import { Icon } from '@/components/ui/icon';
import { usePodAge } from './use-pod-age';
import { usePodLists } from './use-pods';

/** The lists that this browser keeps, how old each is, and a way to forget it. */
export function PodsKept() {
  const t = useTranslations('pods');
  const ageOf = usePodAge();
  const { lists, forget } = usePodLists();
  return (
    <section aria-label={t('kept')} className="border-line border-t pt-2">
      <div className="flex min-h-8 items-center justify-between">
        <h3 className="font-semibold">{t('kept')}</h3>
        {lists.length > 1 && (
          <Button look="quiet" size="small" onClick={() => void forget(null)}>
            {t('forgetAll')}
          </Button>
        )}
      </div>
      {lists.length === 0 ? (
        <p className="text-ink-2">{t('noneKept')}</p>
      ) : (
        <ul>
          {lists.map(({ cluster, takenAt, pods }) => (
            <li key={cluster} className="flex min-h-8 items-center gap-2">
              <bdi className="truncate font-medium">{cluster}</bdi>
              <span className="text-ink-2 text-xs">
                {t.rich('list', {
                  pods: pods.length,
                  time: () => <ClockTime moment={takenAt} />,
                  age: ageOf(takenAt),
                })}
              </span>
              <Button
                look="quiet"
                size="small-icon"
                className="ml-auto"
                aria-label={t('forget', { cluster })}
                title={t('forget', { cluster })}
                onClick={() => void forget(cluster)}
              >
                <Icon name="trash" size={14} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
