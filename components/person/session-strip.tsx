'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useNow, useTimeZone } from '@/components/ui/use-client-time';
import type { Me } from '@/lib/eni/me';
import { routes } from '@/lib/queries/routes';
import { useMe } from './me';
import { signInHref } from './sign-out';
import { useSessionEnd } from './use-session-end';

/** Announces the end of the session five minutes ahead, and when it has ended. What was read stays on the page. */
export function SessionStrip() {
  const me = useMe();
  return me && me.mode !== 'proxy' ? <Strip me={me} /> : null;
}

function Strip({ me }: { me: Me }) {
  const t = useTranslations('person');
  const format = useFormatter();
  const timeZone = useTimeZone();
  const now = useNow();
  const { state, at, isIdle, ask } = useSessionEnd(me);
  const [isPutOff, putOff] = useState(false);
  // `now` is the last whole minute.
  const minutes = now === null ? 5 : Math.max(1, Math.round((at - now - 30_000) / 60_000));
  if (state === 'lasts' || (state === 'ending' && isPutOff && minutes > 1)) return null;
  const time = format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const stay = async () => {
    await fetch(routes.api.accounts()).catch(() => null);
    await ask();
  };
  return (
    <div
      role="alert"
      className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1.5 border-warn-line border-b bg-warn-wash px-4 py-1.5 max-[720px]:px-3 print:hidden"
    >
      <span className="text-warn">
        <Icon name="clock" />
      </span>
      <span className="min-w-0 flex-1 basis-80">
        <b className="font-semibold">{state === 'over' ? t('over') : t('ending', { time, minutes })}</b>{' '}
        {state === 'ending' && isIdle ? t('endingIdle') : t('endingSay')}
      </span>
      <span className="flex gap-2">
        {state === 'ending' && isIdle ? (
          <Button onClick={() => void stay()}>{t('stay')}</Button>
        ) : (
          <Button onClick={() => window.location.assign(signInHref())}>{t('signInAgain')}</Button>
        )}
        {state === 'ending' && (
          <button type="button" className={buttonClass({ look: 'quiet' })} onClick={() => putOff(true)}>
            {t('later')}
          </button>
        )}
      </span>
    </div>
  );
}
