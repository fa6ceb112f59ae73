'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { serverNow } from '@/lib/clock/server-clock';

type WaiverFormProps = {
  /** The waived subject, as the policy names it. */
  subject: string;
  /** @returns whether the browser keeps it */
  onWaive: (reason: string, expires: string | null) => boolean;
};

const FIELD = 'h-7 rounded-sm border border-field bg-surface px-2';

/** Why a finding may stand, and until when. */
export function WaiverForm({ subject, onWaive }: WaiverFormProps) {
  const t = useTranslations('findings');
  const id = useId();
  const [reason, setReason] = useState('');
  const [expires, setExpires] = useState('');
  const [isLost, setIsLost] = useState(false);
  return (
    <form
      className="mt-2 grid gap-2 rounded-sm border border-line p-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        setIsLost(!onWaive(reason.trim(), expires === '' ? null : expires));
      }}
    >
      <p className="truncate font-mono text-ink-3 text-xs">{subject}</p>
      <label htmlFor={`${id}-reason`} className="grid gap-1 text-xs">
        {t('waiverReason')}
        <input
          id={`${id}-reason`}
          value={reason}
          required
          maxLength={500}
          pattern=".*\S.*"
          onChange={(event) => setReason(event.target.value)}
          className={FIELD}
        />
      </label>
      <label htmlFor={`${id}-expires`} className="grid gap-1 text-xs">
        {t('waiverExpires')}
        <input
          id={`${id}-expires`}
          type="date"
          min={new Date(serverNow()).toISOString().slice(0, 10)}
          value={expires}
          onChange={(event) => setExpires(event.target.value)}
          className={`${FIELD} w-44`}
        />
      </label>
      <div className="flex items-center gap-2">
        <Button type="submit" look="main" size="small">
          {t('waiveIt')}
        </Button>
        {isLost && <span className="text-warn text-xs">{t('notKept')}</span>}
      </div>
    </form>
  );
}
