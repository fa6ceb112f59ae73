'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button as TriggerButton } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { useTimeZone } from '@/components/ui/use-client-time';
import type { Me } from '@/lib/eni/me';
import { useMe } from './me';
import { PersonScope } from './person-scope';
import { signOut } from './sign-out';

const ITEM =
  'flex min-h-8 w-full cursor-pointer items-center gap-2.5 rounded-sm px-2 text-left hover:bg-hover max-[720px]:min-h-11 [&_svg]:shrink-0 [&_svg]:text-ink-3';

/** The signed-in person, what they may see, and the way out: last in the bar. Without sign-in there is no button. */
export function PersonMenu({ isLine = false }: { isLine?: boolean }) {
  const t = useTranslations('person');
  const me = useMe();
  if (me === null) return null;
  return (
    <DialogTrigger>
      <TriggerButton
        aria-label={t('label', { name: me.name })}
        className={`${buttonClass({ look: 'quiet' })} ${isLine ? '' : 'max-w-44'}`}
      >
        <Icon name="person" />
        <span className={`truncate ${isLine ? '' : 'max-[1180px]:sr-only'}`}>{me.name}</span>
        <Icon name="down" size={12} />
      </TriggerButton>
      <Popover
        placement="bottom end"
        offset={6}
        className="w-87 max-w-[calc(100vw-16px)] overflow-y-auto rounded-md border border-line-strong bg-raised shadow-pop"
      >
        <Dialog aria-label={t('label', { name: me.name })} className="divide-y divide-line outline-none">
          <Identity me={me} />
          <PersonScope me={me} />
          <Ways />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Identity({ me }: { me: Me }) {
  const t = useTranslations('person');
  const format = useFormatter();
  const timeZone = useTimeZone();
  const time = (at: number) =>
    format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const { mode, provider, signedInAt, endsAt } = me;
  return (
    <div className="px-4 py-2.5">
      <p className="font-semibold text-base wrap-anywhere">{me.name}</p>
      {me.email && <p className="text-ink-2 wrap-anywhere">{me.email}</p>}
      <p className="text-ink-2 text-xs">
        {signedInAt === null
          ? t('throughProxy')
          : t('session', {
              through: mode === 'password' ? t('throughPassword') : (provider ?? ''),
              from: time(signedInAt),
              to: time(endsAt),
            })}
      </p>
    </div>
  );
}

function Ways() {
  const t = useTranslations('person');
  const queries = useQueryClient();
  const [hasFailed, setFailed] = useState(false);
  const leave = async (forget: boolean) => {
    queries.clear();
    setFailed(!(await signOut({ forget })));
  };
  return (
    <div className="px-2 py-1.5">
      <button type="button" className={ITEM} onClick={() => void leave(false)}>
        <Icon name="door" />
        {t('signOut')}
      </button>
      <button type="button" className={`${ITEM} items-start py-1.5`} onClick={() => void leave(true)}>
        <Icon name="cross" />
        <span>
          {t('forget')}
          <small className="block text-ink-2 text-xs">{t('forgetSay')}</small>
        </span>
      </button>
      {hasFailed && (
        <p role="alert" className="px-2 py-1 text-danger">
          {t('signOutFailed')}
        </p>
      )}
    </div>
  );
}
