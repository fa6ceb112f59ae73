'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Caveat } from '@/lib/eni/page';

export type CaveatNotesProps = { caveats: readonly Caveat[] };

/** Facts about the rows that the rows themselves do not show. */
export function CaveatNotes({ caveats }: CaveatNotesProps) {
  const t = useTranslations('states');
  const mark = useTranslations('mark');
  const all = useTranslations();
  if (caveats.length === 0) return null;
  return (
    <ul aria-label={t('caveats')} className="max-h-32 shrink-0 overflow-auto border-line border-b bg-canvas">
      {caveats.map((caveat) => {
        const place = [caveat.account, caveat.region].filter((part) => part !== undefined).join(' / ');
        return (
          <li
            key={`${caveat.code} ${place}`}
            className="flex min-h-7 items-center gap-2 px-4 py-1 text-ink-2 text-xs max-[720px]:px-3"
          >
            <Icon name="note" size={14} />
            <span>
              {place && <b className="font-semibold text-ink">{place + mark('colon')}</b>}
              {all(`caveat.${caveat.code}`, {
                count: caveat.count ?? 0,
                action: caveat.action ?? '',
                seconds: caveat.ageSeconds ?? 0,
                minutes: Math.floor((caveat.ageSeconds ?? 0) / 60),
                because: caveat.because ? all(`problem.${caveat.because}.title`) : '',
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
