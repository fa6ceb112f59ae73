'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SinceTime } from './since-time';
import type { Changes } from './use-changes';

type ChangesStripProps = { changes: Changes; isListed: boolean; onList: (isListed: boolean) => void };

/** What changed since the last look, by kind; each kind filters the rows below. Renders nothing without changes. */
export function ChangesStrip({ changes, isListed, onList }: ChangesStripProps) {
  const t = useTranslations('changes');
  const mark = useTranslations('mark');
  const { against, file, counts, kinds } = changes;
  const said = [...counts].map(([kind, count]) => t(`count.${kind}`, { count }));
  return (
    <>
      <p role="status" className="sr-only">
        {against && said.length > 0 && t('announce', { changes: said.join(mark('comma')) })}
      </p>
      {against && (said.length > 0 || file !== null) && (
        <section
          aria-label={t('title')}
          className="arrives flex min-h-8.5 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b bg-canvas px-4 py-1 max-[720px]:px-3"
        >
          <span className="text-ink-2">
            {file
              ? t.rich('sinceFile', {
                  name: file.name,
                  time: () => <SinceTime moment={against.takenAt} />,
                })
              : t.rich('since', { time: () => <SinceTime moment={against.takenAt} /> })}
          </span>
          {said.length === 0 && <span>{t('nothing')}</span>}
          {[...counts].map(([kind, count]) => (
            <Button
              key={kind}
              size="small"
              aria-pressed={kinds.has(kind)}
              title={t('filterBy')}
              onClick={() => changes.toggle(kind)}
              className="aria-pressed:border-accent aria-pressed:bg-accent-wash"
            >
              {kinds.has(kind) && <Icon name="check" size={12} />}
              {t(`count.${kind}`, { count })}
            </Button>
          ))}
          <span className="ml-auto flex gap-2">
            <Button look="quiet" size="small" aria-expanded={isListed} onClick={() => onList(!isListed)}>
              {isListed ? t('hide') : t('show')}
            </Button>
            {file ? (
              <Button look="quiet" size="small" onClick={() => changes.compareWith(null)}>
                {t('stopComparing')}
              </Button>
            ) : (
              <Button look="quiet" size="small" title={t('markSeenText')} onClick={changes.markSeen}>
                <Icon name="check" size={14} />
                {t('markSeen')}
              </Button>
            )}
          </span>
        </section>
      )}
    </>
  );
}
