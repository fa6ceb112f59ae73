'use client';

import { useTranslations } from 'next-intl';
import type { AuditAnswer } from '@/lib/audit/audit-answer';

const [WIDTH, HEIGHT] = [24, 40];

/** Records an hour, as bars; exports and denials by their count above them. The table twin is for screen readers. */
export function AuditHours({ hours, day }: Pick<AuditAnswer, 'hours' | 'day'>) {
  const t = useTranslations('audit');
  const most = Math.max(1, ...hours.map(({ looks }) => looks));
  return (
    <section aria-label={t('hours')} className="border-line border-b px-4 py-2 max-[720px]:px-3">
      <h2 className="flex items-baseline gap-2 text-xs">
        <b className="font-semibold">{day}</b>
        <span className="text-ink-2">{t('hours')}</span>
        <span className="ml-auto flex gap-3 text-ink-2 max-[720px]:hidden" aria-hidden="true">
          <span>▮ {t('looks')}</span>
          <span>↓ {t('exports')}</span>
          <span className="text-danger">⊘ {t('denials')}</span>
        </span>
      </h2>
      <div className="grid grid-cols-24 items-end gap-0.5 pt-1 text-2xs" aria-hidden="true">
        {hours.map(({ looks, exports, denials }, hour) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place in the day
            key={hour}
            title={t('hourTold', { hour, looks, exports, denials })}
            className="flex min-w-0 flex-col items-center justify-end"
          >
            <span className="h-4 whitespace-nowrap max-[720px]:hidden">{exports > 0 && `↓${exports}`}</span>
            <span className="h-4 whitespace-nowrap text-danger max-[720px]:hidden">
              {denials > 0 && `⊘${denials}`}
            </span>
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              className="h-10 w-full fill-ink-3"
              aria-hidden="true"
            >
              <rect
                width={WIDTH}
                height={looks === 0 ? 0.5 : Math.max(1.5, (HEIGHT * looks) / most)}
                y={HEIGHT - (looks === 0 ? 0.5 : Math.max(1.5, (HEIGHT * looks) / most))}
                opacity="0.6"
              />
            </svg>
            <span className="h-4 text-ink-3">{hour % 3 === 0 && String(hour).padStart(2, '0')}</span>
          </span>
        ))}
      </div>
      <ul className="sr-only">
        {hours.map(
          ({ looks, exports, denials }, hour) =>
            looks + exports + denials > 0 && (
              // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place in the day
              <li key={hour}>{t('hourTold', { hour, looks, exports, denials })}</li>
            ),
        )}
      </ul>
    </section>
  );
}
